/** The shapes of the products; `clay`, `glaze`, `light` and `line` get their colours from the style sheet. */
const shapes = {
  mug: `<path class="line" d="M134 66h14a20 20 0 0 1 0 48h-16"/>
    <path class="clay" d="M58 48h76v70a16 16 0 0 1-16 16H74a16 16 0 0 1-16-16z"/>
    <path class="glaze" d="M58 48h76v34c-12 10-20-4-34 4s-26 8-42-2z"/>
    <ellipse class="light" cx="96" cy="48" rx="38" ry="7"/>`,
  bowl: `<path class="clay" d="M36 62h128c0 38-26 66-64 66S36 100 36 62z"/>
    <path class="glaze" d="M36 62h128c-1 12-4 22-9 31-16 7-24-6-42 0s-28 9-45 2-18-2-24-6c-5-8-7-17-8-27z"/>
    <ellipse class="light" cx="100" cy="62" rx="64" ry="12"/>
    <path class="clay" d="M78 126h44l4 10H74z"/>`,
  teapot: `<path class="line" d="M138 72c30-10 34 40-4 42"/>
    <path class="clay" d="M62 104 34 74l12-6 26 18z"/>
    <path class="clay" d="M58 96c0-28 18-44 42-44s42 16 42 44-16 40-42 40-42-12-42-40z"/>
    <path class="glaze" d="M59 90c3-24 20-38 41-38s38 14 41 38c-13 9-22-3-40 4s-27 5-42-4z"/>
    <path class="light" d="M78 54c4-8 12-12 22-12s18 4 22 12z"/><circle class="glaze" cx="100" cy="38" r="6"/>`,
  vase: `<path class="line" d="M100 50C98 34 104 26 96 12M104 50c2-14 10-18 18-26M96 50c-4-12-10-16-20-20"/>
    <circle class="glaze" cx="95" cy="12" r="6"/><circle class="glaze" cx="124" cy="22" r="6"/>
    <circle class="glaze" cx="74" cy="28" r="6"/>
    <path class="clay" d="M88 50h24l-3 20c20 10 27 26 25 42-2 18-16 26-34 26s-32-8-34-26c-2-16 5-32 25-42z"/>
    <path class="glaze" d="M66 112c-1-10 2-20 8-28 16 10 30-6 52 0 6 8 9 18 8 28-12 8-24-4-36 2s-20 6-32-2z"/>
    <ellipse class="light" cx="100" cy="50" rx="12" ry="3"/>`,
  plate: `<ellipse class="clay" cx="100" cy="92" rx="74" ry="40"/>
    <ellipse class="glaze" cx="100" cy="86" rx="74" ry="40"/>
    <ellipse class="light" cx="100" cy="86" rx="48" ry="25"/>
    <ellipse class="clay faint" cx="100" cy="88" rx="34" ry="16"/>`,
  planter: `<path class="leaf" d="M100 70C80 64 70 46 72 28c18 4 28 20 28 42zm0 0c0-24 10-40 30-46 2 22-10 40-30 46zm0 0c-24 4-40-2-50-16 18-6 38 0 50 16zm0 0c14-16 32-20 50-14-10 14-28 20-50 14z"/>
    <path class="clay" d="M58 72h84l-10 54H68z"/><path class="glaze" d="M54 66h92v16H54z"/>
    <path class="light" d="M60 126h80l-6 12H66z"/>`,
};

export type DrawingName = keyof typeof shapes;

/** A product as an inline picture. */
export function draw(name: DrawingName): string {
  return `<svg class="drawing" viewBox="0 0 200 160" aria-hidden="true">${shapes[name]}</svg>`;
}
