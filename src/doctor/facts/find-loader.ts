import type { Answer } from '../types.ts';
import { routeUrl } from './ask-endpoint.ts';

const scriptAddress = /<script\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi;

/** The address of the loader's script in a page, if it takes it from the endpoint. */
export function findLoader(answer: Answer, page: URL, endpoint: URL): URL | undefined {
  const html = answer.kind === 'received' ? answer.body : '';
  const ours = ['/loader.js', '/loader-all.js'].map((route) => routeUrl(endpoint, route).href);
  return [...html.matchAll(scriptAddress)]
    .map(([, address = '']) => address)
    .filter((address) => URL.canParse(address, page.href))
    .map((address) => new URL(address, page))
    .find(({ origin, pathname }) => ours.includes(origin + pathname));
}
