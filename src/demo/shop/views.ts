import { draw } from './drawings.ts';
import { findProduct, formatPrice, products } from './products.ts';
import type { Product } from './products.ts';

/** One page of the shop, without the frame around it. */
export interface View {
  status: 200 | 404;
  title: string;
  html: string;
}

/** The same views are made on the server and, when links change the page in place, in the browser. */
export function renderView(path: string): View {
  if (path === '/') return home();
  if (path === '/cart') return cart();
  const product = path.startsWith('/products/') ? findProduct(path.slice(10)) : undefined;
  return product ? productPage(product) : notFound();
}

function home(): View {
  return {
    status: 200,
    title: 'Pots for every day',
    html: `<div class="hero"><h1 tabindex="-1">Pots for every day</h1>
      <p>Thrown, glazed and fired in a small workshop by the river.</p></div>
      <ul class="shelf">${products.map(card).join('')}</ul>`,
  };
}

function card({ id, name, priceCents, drawing }: Product): string {
  return `<li><a class="card" href="/products/${id}">${draw(drawing)}
    <span class="card-name">${name}</span><span class="price">${formatPrice(priceCents)}</span></a></li>`;
}

function productPage({ id, name, priceCents, text, drawing }: Product): View {
  const others = products.filter((other) => other.id !== id).slice(0, 3);
  return {
    status: 200,
    title: name,
    html: `<nav class="crumbs" aria-label="Where you are"><a href="/">Shop</a> <span>${name}</span></nav>
      <article class="product"><div class="stage">${draw(drawing)}</div>
        <div><h1 tabindex="-1">${name}</h1><p class="price">${formatPrice(priceCents)}</p>
          <p>${text}</p><button class="button" type="button" data-add="${id}">Add to cart</button>
        </div></article>
      <h2>Goes well with</h2><ul class="shelf small">${others.map(card).join('')}</ul>`,
  };
}

function cart(): View {
  return {
    status: 200,
    title: 'Your cart',
    html: `<h1 tabindex="-1">Your cart</h1><div id="cart-lines"><p>Your cart is empty.</p></div>
      <p><a href="/">Go on shopping</a></p>`,
  };
}

function notFound(): View {
  return {
    status: 404,
    title: 'Not on our shelf',
    html: `<h1 tabindex="-1">Not on our shelf</h1><p>There is no such page. <a href="/">Back to the shop</a></p>`,
  };
}
