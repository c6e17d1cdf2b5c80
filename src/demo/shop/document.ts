import { panel } from './panel.ts';
import type { View } from './views.ts';

/** The whole page around a view: the shop on one side, the live view of the tag on the other. */
export function renderDocument(view: View): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view.title} · Kiln &amp; Clay</title>
<link rel="icon" href="/favicon.svg">
${styleSheets.map((name) => `<link rel="stylesheet" href="/styles/${name}">`).join('\n')}
<script type="module" src="/main.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the shop</a>
<a class="skip" href="#live">Skip to the live view</a>
${banner}
<div class="layout">
<div class="shop">${header}
<main id="main" tabindex="-1">${view.html}</main>
${footer}</div>
${panel}
</div>
</body>
</html>`;
}

/** In the order in which they are linked. */
export const styleSheets = ['base.css', 'shop.css', 'panel.css', 'panel-parts.css'];

const banner = `<section id="banner" class="banner" aria-label="Your choice about cookies" hidden>
<p><strong>May we remember you?</strong> With your consent this shop keeps an ID in a cookie of its own, to count visits.</p>
<div class="row"><button class="button" type="button" data-choose="granted">Agree</button>
<button class="button" type="button" data-choose="denied">Reject</button></div>
</section>`;

const header = `<header class="shop-header"><a class="brand" href="/">Kiln &amp; Clay</a>
<nav aria-label="Shop"><a href="/">Shop</a> <a href="/cart">Cart <span id="cart-count">(0)</span></a>
<a class="to-live" href="#live">Live view</a></nav></header>`;

const footer = `<footer class="shop-footer"><p>A demo shop: nothing is for sale.</p>
<a href="#consent-settings">Consent settings</a>
<a href="/setup" target="_blank">Set up your own site</a></footer>`;

/** The icon in the browser's tab. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#b4532a"/><path d="M9 9h14v9a6 6 0 0 1-6 6h-2a6 6 0 0 1-6-6z" fill="#fff"/></svg>`;
