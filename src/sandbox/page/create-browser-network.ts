import type { Network } from './page.ts';

/** Loads images, scripts and frames as Google's runtime does: `new Image`, an async script before the first one. */
export function createBrowserNetwork(): Network {
  return { loadImage, loadScript, loadFrame };
}

function loadImage(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image(1, 1);
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = url;
  });
}

function loadScript(
  url: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.async = true;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
    if (nonce) script.nonce = nonce;
    script.src = url;
    const first = document.querySelector('script');
    if (first?.parentNode) first.parentNode.insertBefore(script, first);
    else document.head.append(script);
  });
}

function loadFrame(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.width = '0';
    frame.height = '0';
    frame.style.display = 'none';
    frame.onload = () => resolve(true);
    frame.onerror = () => resolve(false);
    frame.src = url;
    document.body.append(frame);
  });
}
