import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { FirstPartyId, Identity, LoaderOptions } from '../../src/loader/index.ts';
import { FROZEN_AT, freezeDate } from '../webkit/freeze-date.ts';
import { OPAQUE_ORIGIN } from './blocked-storage.ts';
import { endpointOnHosts } from './endpoint-on-hosts.ts';
import { startEndpointSite, type EndpointSite } from './endpoint-site.ts';
import type { Routes } from './routes.ts';

declare global {
  /** The loader's object in a page. */
  const firstPartyId: FirstPartyId & Identity;
}

/** What stands on a page above the loader. */
export interface LoaderSetup {
  options?: LoaderOptions;
  /** What gtag commands say about analytics_storage. */
  consent?: { default?: string; update?: string };
  /** More script. */
  script?: string;
  /** Which of the built files. */
  file?: string;
}

export const FILES = ['loader.js', 'loader.mjs', 'loader-all.js', 'loader-all.mjs'];

/** A site on all hosts with the built loader on every page, and the endpoint below /fpid. */
export function startLoaderSite(): Promise<EndpointSite> {
  return startEndpointSite(loaderRoutes);
}

/** What such a site serves. */
export async function loaderRoutes(nowMillis = Date.now): Promise<Routes> {
  const answerPage = ({ url }: Request) => html(printPage(setupOf(url)));
  const scripts = FILES.map(async (file) => {
    const script = await readFile(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
    return [`/${file}`, { script }] as const;
  });
  return {
    ...Object.fromEntries(await Promise.all(scripts)),
    '/': answerPage,
    '/cart': answerPage,
    '/plain': '<!doctype html><title>A page without a script</title>',
    '/opaque': ({ url }) => html(printPage(setupOf(url)), OPAQUE_ORIGIN),
    '/fpid/*': endpointOnHosts({}, nowMillis),
  };
}

export function html(body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { headers: { 'content-type': 'text/html', ...headers } });
}

/** A page's address with what stands on it. */
export function addressOf(page: string, setup: LoaderSetup = {}): string {
  const address = new URL(page);
  address.searchParams.set('setup', JSON.stringify(setup));
  return address.href;
}

/** In WebKit, whose clock tests cannot stop before a page loads, the page stops its own. */
function setupOf(url: string): LoaderSetup {
  const { searchParams } = new URL(url);
  const setup: LoaderSetup = JSON.parse(searchParams.get('setup') ?? '{}');
  const millis = searchParams.get(FROZEN_AT);
  if (millis === null) return setup;
  return { ...setup, script: `(${freezeDate})(${Number(millis)});${setup.script ?? ''}` };
}

function printPage({
  options,
  consent = {},
  script = '',
  file = 'loader.js',
}: LoaderSetup): string {
  const commands = Object.entries(consent).map(
    ([command, state]) => `gtag('consent', '${command}', { analytics_storage: '${state}' });`,
  );
  return `<!doctype html><title>A page</title><script>
dataLayer = []; function gtag() { dataLayer.push(arguments); }
errors = []; onerror = (message) => void errors.push(message);
onunhandledrejection = ({ reason }) => void errors.push(String(reason));
${commands.join('\n')}
firstPartyIdConfig = ${JSON.stringify({ propertyIds: 'P', ...options })};
${script}</script><script src="/${file}"></script>`;
}

/** Loads a page and waits for its first identity. */
export async function visit(page: Page, origin: string, setup?: LoaderSetup): Promise<Identity> {
  await page.goto(addressOf(origin, setup));
  return page.evaluate(() => firstPartyId.ready);
}

/** The identity as it is now. */
export function identityNow(page: Page): Promise<Identity> {
  return page.evaluate(() => firstPartyId.get());
}

/** Counts a page view that is not loaded. */
export function hit(page: Page): Promise<Identity> {
  return page.evaluate(() => firstPartyId.hit());
}

/** The visitor decides on the page; answers the identity that follows. */
export function updateConsent(page: Page, choice: string): Promise<Identity> {
  return page.evaluate(
    (value) =>
      new Promise<Identity>((resolve) => {
        firstPartyId.on('change', resolve);
        (window as unknown as { gtag: (...all: unknown[]) => void }).gtag('consent', 'update', {
          analytics_storage: value,
        });
      }),
    choice,
  );
}

/** The identity once it has this reason. */
export async function identityWith(page: Page, reason: string): Promise<Identity> {
  await page.waitForFunction(
    (code) => (firstPartyId.get().reasons as string[]).includes(code),
    reason,
  );
  return identityNow(page);
}
