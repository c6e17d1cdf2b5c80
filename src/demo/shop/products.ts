import type { DrawingName } from './drawings.ts';

export interface Product {
  id: string;
  name: string;
  /** In euro cents. */
  priceCents: number;
  text: string;
  drawing: DrawingName;
}

/** What the demo shop sells. */
export const products: readonly Product[] = [
  {
    id: 'morning-mug',
    name: 'Morning mug',
    priceCents: 1800,
    text: 'Stoneware with a thumb rest. Holds 300 ml, and keeps it warm while you answer one more mail.',
    drawing: 'mug',
  },
  {
    id: 'noodle-bowl',
    name: 'Noodle bowl',
    priceCents: 2400,
    text: 'Deep and wide, with a foot that stays cool. Goes into the oven and the dishwasher.',
    drawing: 'bowl',
  },
  {
    id: 'family-teapot',
    name: 'Family teapot',
    priceCents: 5200,
    text: 'One litre, a spout that does not drip, and a lid that stays on while you pour.',
    drawing: 'teapot',
  },
  {
    id: 'meadow-vase',
    name: 'Meadow vase',
    priceCents: 3900,
    text: 'A narrow neck for a few stems from the roadside, heavy enough for sunflowers.',
    drawing: 'vase',
  },
  {
    id: 'supper-plate',
    name: 'Supper plate',
    priceCents: 2100,
    text: 'A rim that keeps the sauce in. Each one is thrown by hand, so no two are quite alike.',
    drawing: 'plate',
  },
  {
    id: 'window-planter',
    name: 'Window planter',
    priceCents: 2900,
    text: 'For basil, mint and good intentions. The saucer is part of the pot.',
    drawing: 'planter',
  },
];

export function findProduct(id: string): Product | undefined {
  return products.find((product) => product.id === id);
}

export function formatPrice(cents: number): string {
  return `€${(cents / 100).toFixed(2)}`;
}
