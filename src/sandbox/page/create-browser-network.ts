import type { Network } from './page.ts';

/** Loads images and scripts as Google's runtime does: `new Image`, and an async script before the first one. */
export function createBrowserNetwork(): Network {
  return { loadImage, loadScript };
}

function loadImage(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image(1, 1);
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = url;
  });
}

function loadScript(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.async = true;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
    if (nonce) script.nonce = nonce;
    script.src = url;
    const first = document.querySelector('script');
    if (first?.parentNode) first.parentNode.insertBefore(script, first);
    else document.head.append(script);
  });
}
