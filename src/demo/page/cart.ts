import { element } from './element.ts';
import { findProduct, formatPrice } from '../shop/products.ts';
import type { Product } from '../shop/products.ts';

const key = 'demo.cart';

/** The cart of the shop; it lives in the browser. */
export function startCart(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-add]') : null;
    const product = findProduct(button?.getAttribute('data-add') ?? '');
    if (!product) return;
    keepCart([...readCart(), product]);
    window.dataLayer.push({ event: 'add_to_cart', item: product.id });
    showCart();
  });
  showCart();
}

/** Fills in the number in the header, and the lines where the page has a place for them. */
export function showCart(): void {
  const cart = readCart();
  const count = document.getElementById('cart-count');
  if (count) count.textContent = `(${cart.length})`;
  const lines = document.getElementById('cart-lines');
  if (lines && cart.length > 0) lines.replaceChildren(cartTable(cart));
}

function cartTable(cart: readonly Product[]): HTMLElement {
  const totalCents = cart.reduce((sum, { priceCents }) => sum + priceCents, 0);
  const row = (name: string, cents: number): HTMLElement =>
    element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, formatPrice(cents)));
  const rows = cart.map(({ name, priceCents }) => row(name, priceCents));
  return element('table', {}, element('tbody', {}, ...rows, row('Total', totalCents)));
}

function readCart(): Product[] {
  try {
    return (sessionStorage.getItem(key) ?? '').split(' ').flatMap((id) => findProduct(id) ?? []);
  } catch {
    return [];
  }
}

function keepCart(cart: readonly Product[]): void {
  try {
    sessionStorage.setItem(key, cart.map(({ id }) => id).join(' '));
  } catch {
    // Without storage the cart stays empty.
  }
}
