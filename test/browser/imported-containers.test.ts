import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildSite } from '../../src/cli/build-containers.ts';
import { createServerContainer, importServerContainer } from '../../src/sandbox/index.ts';
import { startBrowserAndSite } from './browser-and-site.ts';
import { bundlePage } from './bundle-page.ts';
import { IDENTITY_COOKIES } from './identity-cookies.ts';
import type { Choice } from './tag-page.ts';
import { cookieNamed, cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// Both containers as a marketer imports them: the web container in the page, and the server container's client
// behind a path of the same site, on real cookies.

const ORIGIN = 'https://www.shop.example.com';
const IDENTITY = {
  propertyIds: 'P',
  serverUrl: 'www.shop.example.com/fpid',
  server: { sites: [{ origins: ORIGIN, cookieDomain: 'example.com' }], signing: 'key' },
};

const world = useWorld(async () => {
  const built = buildFor(IDENTITY);
  const script = await bundlePage('import-page.ts');
  const html = '<!doctype html><title>A page</title><script src="/import-page.js"></script>';
  return startBrowserAndSite({
    '/': html,
    '/cart': html,
    '/import-page.js': { script: `window.importedContainer = ${built.web};${script}` },
    '/fpid/*': createClient(built.server),
  });
});

/** The files of `first-party-id build --config identity.json`. */
function buildFor(identity: object): { web: string; server: string } {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const config = join(folder, 'identity.json');
  writeFileSync(config, JSON.stringify(identity));
  const [web, server] = buildSite(config, folder).map(({ content }) => String(content));
  rmSync(folder, { recursive: true });
  return { web: web ?? '', server: server ?? '' };
}

function createClient(exported: string): (request: Request) => Promise<Response> {
  const key = Buffer.from('one secret of at least 32 bytes, made for tests').toString('base64');
  const container = createServerContainer({ url: `${ORIGIN}/`, keys: { first_party_id: key } });
  importServerContainer(container, JSON.parse(exported));
  return async (request) => {
    const headers = Object.fromEntries(request.headers);
    const { status, body, ...answer } = await container.handle({ url: request.url, headers });
    expect(answer.errors).toEqual([]);
    return new Response(body, { status, headers: answer.headers });
  };
}

async function open(consent: Choice | undefined, path = '/'): Promise<Page> {
  const page = await world().browser.newPage();
  await page.goto(ORIGIN + path);
  await start(page, consent);
  return page;
}

async function start(page: Page, consent: Choice | undefined): Promise<void> {
  await page.evaluate((choice) => window.importPage.start(choice), consent);
  await waitForIdentities(page, 1);
}

async function waitForIdentities(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => window.importPage.seen.length >= wanted, count);
}

const decide = (page: Page, choice: Choice) =>
  page.evaluate((value) => {
    window.importPage.gtag('consent', 'update', { analytics_storage: value });
  }, choice);
const identitiesOf = (page: Page) => page.evaluate(() => window.importPage.readIdentities());
const seenBy = (page: Page) => page.evaluate(() => window.importPage.seen);

describe('the imported containers in a browser', () => {
  test('unset: the identity is kept by script and client, and the variables tell it', async () => {
    const page = await open(undefined);
    const [identity] = await identitiesOf(page);
    const [variables] = await seenBy(page);
    expect(identity).toMatchObject({ consent: 'unset', source: 'new', hitNumber: 1 });
    expect(variables).toEqual({
      'Client ID': identity?.clientId,
      'Session ID': identity?.sessionId,
      'Session number': 1,
      'Server ID': identity?.serverId,
      Consent: 'unset',
      Reasons: identity?.reasons.join(', '),
    });
    expect(await cookieNames(page)).toEqual(IDENTITY_COOKIES);
    expect(await cookieNamed(page, 'first_party_id')).toMatchObject({
      domain: '.example.com',
      httpOnly: true,
      secure: true,
    });
    expect(identity?.reasons).toContain('server_answered');
  });

  test('denied: nothing is kept and nothing is asked of the client', async () => {
    world().site.requests.length = 0;
    const page = await open('denied');
    expect(await identitiesOf(page)).toMatchObject([{ consent: 'denied', source: 'memory' }]);
    expect(await cookieNames(page)).toEqual([]);
    expect(world().site.requests.filter(({ path }) => path.startsWith('/fpid/'))).toEqual([]);
  });

  test('granted: the identity in memory is kept under the same ID', async () => {
    const page = await open('denied');
    await decide(page, 'granted');
    await waitForIdentities(page, 2);
    const [before, after] = await identitiesOf(page);
    expect(after).toMatchObject({ consent: 'granted', source: 'promoted' });
    expect(after?.clientId).toBe(before?.clientId);
    expect(await cookieNames(page)).toEqual(IDENTITY_COOKIES);
  });

  test('withdrawn: everything is erased, in the browser and by the client', async () => {
    const page = await open('granted');
    expect(await cookieNames(page)).toEqual(IDENTITY_COOKIES);
    await decide(page, 'denied');
    await waitForIdentities(page, 2);
    expect((await identitiesOf(page))[1]).toMatchObject({ consent: 'withdrawn', source: 'memory' });
    expect(await cookieNames(page)).toEqual([]);
  });

  test('the next page and a history change are hits two and three of the same visitor', async () => {
    const page = await open('granted');
    const [first] = await identitiesOf(page);
    await page.goto(`${ORIGIN}/cart`);
    await start(page, 'granted');
    await page.evaluate(() => history.pushState(null, '', '/checkout'));
    await waitForIdentities(page, 2);
    const [second, third] = await identitiesOf(page);
    expect([second?.hitNumber, third?.hitNumber]).toEqual([2, 3]);
    expect(third).toMatchObject({ clientId: first?.clientId, source: 'cookie' });
    expect(await page.evaluate(() => window.importPage.fired)).toEqual([
      'gtm.init_consent success',
      'gtm.historyChange success',
    ]);
  });

  test('on a page without the tag, a variable reads the cookies', async () => {
    const page = await open('granted');
    const [identity] = await identitiesOf(page);
    await page.goto(`${ORIGIN}/cart`);
    await page.evaluate(() => {
      const { containerVersion } = window.importedContainer;
      for (const tag of containerVersion.tag ?? []) tag.paused = true;
      window.importPage.start('granted');
      (window as unknown as { dataLayer: object[] }).dataLayer.push({ event: 'first_party_id' });
    });
    await waitForIdentities(page, 1);
    expect(await seenBy(page)).toMatchObject([
      { 'Client ID': identity?.clientId, 'Session ID': identity?.sessionId },
    ]);
  });
});

test('the committed containers are those of a site that has decided nothing', () => {
  expect(JSON.parse(readFileSync('template/web-container.json', 'utf8'))).toEqual(
    JSON.parse(buildFor({}).web),
  );
});
