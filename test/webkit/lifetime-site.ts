import { readFile } from 'node:fs/promises';
import type { Identity } from '../../src/core/types.ts';
import { createHandler } from '../../src/endpoint/handler.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { bundlePage } from '../browser/bundle-page.ts';
import { html } from '../browser/loader-site.ts';
import { startSite, type Site } from '../browser/site.ts';

export const SHOP = 'https://www.shop.example.com';
export const DAY_MILLIS = 86_400_000;

const LOADER = new URL('../../dist/loader.js', import.meta.url);

/** What a page tells of its view. */
export interface Report {
  identity: Identity;
  /** The page's clock. */
  nowMillis: number;
}

export interface LifetimeSite extends Site {
  /** Moves the endpoint's clock to so many days from today. */
  setDay(day: number): void;
  /** Resolves with what the next page tells. */
  nextReport(): Promise<Report>;
}

/** A shop whose pages run the built template or loader once and tell what came of it, and the endpoint below /fpid. */
export async function startLifetimeSite(): Promise<LifetimeSite> {
  let today = 0;
  let tell: (report: Report) => void = () => undefined;
  const site = await startSite({
    '/': '<!doctype html><title>A shop</title><script src="/report-page.js"></script>',
    '/report-page.js': { script: await bundleReportPage() },
    '/loader': ({ url }) => html(printLoaderPage(new URL(url).searchParams.get('serverUrl') ?? '')),
    '/loader.js': { script: await readFile(LOADER, 'utf8') },
    '/report': async (request) => {
      tell((await request.json()) as Report);
      return new Response(null, { status: 204 });
    },
    '/fpid/*': createHandler(
      {
        sites: [{ origins: [SHOP], cookieDomain: 'example.com' }],
        keys: ['one secret of at least 32 bytes, made for tests'],
        basePath: '/fpid',
      },
      { nowMillis: () => Date.now() + today * DAY_MILLIS },
    ),
  });
  return {
    ...site,
    setDay: (day) => {
      today = day;
    },
    nextReport: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  };
}

async function bundleReportPage(): Promise<string> {
  const file = new URL('../../template/first-party-id-tag.tpl', import.meta.url);
  const { template } = parseTemplate(await readFile(file, 'utf8'));
  const script = await bundlePage('../webkit/report-page.ts');
  return `window.builtTemplate = ${JSON.stringify(template)};${script}`;
}

/** The change after the first identity is the endpoint's answer. */
function printLoaderPage(serverUrl: string): string {
  return `<!doctype html><title>A shop</title>
<script src="/loader.js" data-property-ids="P" data-server-url="${serverUrl}"></script>
<script>
function report(identity) {
  fetch('/report', { method: 'POST', body: JSON.stringify({ identity, nowMillis: Date.now() }) });
}
firstPartyId.ready.then(() => firstPartyId.on('change', report));
</script>`;
}
