import { renderView } from '../shop/views.ts';
import { showCart } from './cart.ts';

const key = 'demo.links';

/** Lets links change the page in place, as single-page shops do, or load a new page, as the visitor chooses. */
export function startNavigation(): void {
  showLinkMode();
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'links') keepLinkMode(target.value);
  });
  document.addEventListener('click', (event) => {
    const path = pathOfPlainClick(event);
    if (path === undefined || readLinkMode() === 'load') return;
    event.preventDefault();
    const oldUrl = location.href;
    history.pushState(null, '', path);
    showPage('pushState', oldUrl);
    document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  window.addEventListener('popstate', () => {
    // Also fired by a jump within the page, which is no page view.
    if (location.pathname !== shownPath) showPage('popstate', location.href);
  });
}

let shownPath = location.pathname;

/** Shows what the address says, and tells the data layer as GTM's history trigger does. */
function showPage(source: string, oldUrl: string): void {
  shownPath = location.pathname;
  const { title, html } = renderView(location.pathname);
  const main = document.getElementById('main');
  if (main) main.innerHTML = html;
  document.title = `${title} · Kiln & Clay`;
  showCart();
  window.dataLayer.push({
    event: 'gtm.historyChange-v2',
    'gtm.historyChangeSource': source,
    'gtm.oldUrl': oldUrl,
    'gtm.newUrl': location.href,
  });
}

/** The path of a link of the shop; `undefined` for all else, and for clicks that open a new tab. */
function pathOfPlainClick(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return undefined;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '') return undefined;
  const href = link.getAttribute('href') ?? '';
  return href.startsWith('/') ? href : undefined;
}

function showLinkMode(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=links]')) {
    radio.checked = radio.value === readLinkMode();
  }
}

function readLinkMode(): string {
  try {
    return localStorage.getItem(key) ?? 'inPage';
  } catch {
    return 'inPage';
  }
}

function keepLinkMode(mode: string): void {
  try {
    localStorage.setItem(key, mode);
  } catch {
    // Without storage links go on changing the page in place.
  }
}
