import { attempt } from './attempt.ts';

/** Starts now, or when the visitor comes to see a page that was prerendered. */
export function whenActive(start: () => void): void {
  const page = document as Document & { prerendering?: boolean };
  if (page.prerendering) page.addEventListener('prerenderingchange', start, { once: true });
  else start();
}

/** Tells of a page that comes back as it was left, from the back/forward cache. */
export function onRestore(tell: () => void): void {
  addEventListener('pageshow', (event) => event.persisted && tell());
}

/** Tells of addresses that a page changes without loading. This changes `history`, so only where asked for. */
export function onNavigation(tell: () => void): void {
  addEventListener('popstate', tell);
  attempt(() => {
    const push = history.pushState;
    history.pushState = (...all) => {
      push.apply(history, all);
      tell();
    };
  });
}
