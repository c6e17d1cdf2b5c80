import { readFile } from 'node:fs/promises';
import { createHandler } from '../../src/endpoint/handler.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { OPAQUE_ORIGIN } from './blocked-storage.ts';
import { startBrowserAndSite, type BrowserAndSite } from './browser-and-site.ts';
import { bundlePage } from './bundle-page.ts';
import type { FakeClock } from './fake-clock.ts';

export const SHOP = 'https://www.shop.example.com';

/** Where the tag runs, the endpoint as its field has it, and the widest domain on which a browser keeps a cookie. */
export const HOSTS = [
  { origin: SHOP, serverUrl: 'www.shop.example.com/fpid', domain: '.example.com' },
  {
    origin: 'https://www.example.co.uk',
    serverUrl: 'www.example.co.uk/fpid',
    domain: '.example.co.uk',
  },
  {
    origin: 'https://shop.user.github.io',
    serverUrl: 'shop.user.github.io/fpid',
    domain: '.user.github.io',
  },
  { origin: 'https://localhost', serverUrl: 'id.example.test/fpid', domain: 'localhost' },
  { origin: 'https://127.0.0.1', serverUrl: 'id.example.test/fpid', domain: '127.0.0.1' },
];

export interface TagSite extends BrowserAndSite {
  /** Makes the endpoint live by the clock of the visitor's pages. */
  setEndpointClock(clock: FakeClock): void;
  /** The paths that pages have asked of the endpoint, on any host, in order. */
  endpointRequests(): string[];
}

/** A site on all hosts with the built template on every page, and the endpoint below /fpid. */
export async function startTagSite(): Promise<TagSite> {
  const file = new URL('../../template/first-party-id-tag.tpl', import.meta.url);
  const { template } = parseTemplate(await readFile(file, 'utf8'));
  const script = `window.builtTemplate = ${JSON.stringify(template)};${await bundlePage('tag-page.ts')}`;
  const page = '<!doctype html><title>A page</title><script src="/tag-page.js"></script>';
  let clock: Pick<FakeClock, 'nowMillis'> = { nowMillis: Date.now };
  const world = await startBrowserAndSite({
    '/': page,
    '/cart': page,
    '/opaque': () =>
      new Response(page, { headers: { 'content-type': 'text/html', ...OPAQUE_ORIGIN } }),
    '/tag-page.js': { script },
    '/fpid/*': createHandler(
      {
        sites: HOSTS.map(({ origin, domain }) => ({
          origins: [origin],
          cookieDomain: domain.startsWith('.') ? domain.slice(1) : '',
        })),
        keys: ['one secret of at least 32 bytes, made for tests'],
        basePath: '/fpid',
        snowplowPrefixes: ['_sp_'],
        treasureDataNames: ['_td'],
      },
      { nowMillis: () => clock.nowMillis() },
    ),
  });
  return {
    ...world,
    setEndpointClock: (next) => {
      clock = next;
    },
    endpointRequests: () =>
      world.site.requests.map(({ path }) => path).filter((path) => path.startsWith('/fpid/')),
  };
}
