import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { createContainer } from '../../../src/sandbox/container/index.ts';
import type { createBrowserPage } from '../../../src/sandbox/page/index.ts';
import { START_MILLIS, startBrowserAndSite } from '../../browser/browser-and-site.ts';
import type { BrowserAndSite } from '../../browser/browser-and-site.ts';
import { makeTemplate } from '../container/site.ts';
import {
  anyCookie,
  anyCookieRead,
  grant,
  grantConsent,
  grantGlobals,
} from '../permissions/grant.ts';
import { bundleSandbox } from './bundle-sandbox.ts';

declare global {
  interface Window {
    sandbox: {
      createContainer: typeof createContainer;
      createBrowserPage: typeof createBrowserPage;
    };
    out?: unknown[];
  }
}

const readable = ['location.href', 'document.title', 'window.out', 'document', 'element', 'dataLayer', 'navigator.userAgent']; // prettier-ignore
const permissions = [
  anyCookie,
  anyCookieRead,
  grantConsent('ad_storage'),
  grantGlobals({ out: 'rw', ...Object.fromEntries(readable.map((name) => [name, 'r'])) }),
  grant('send_pixel', { allowedUrls: 'any' }),
  grant('inject_script', { urls: ['https://cdn.example.com/*'] }),
  grant('inject_hidden_iframe', { urls: ['https://cdn.example.com/*'] }),
  grant('access_local_storage', { keys: [{ key: 'k', read: true, write: true }] }),
];
const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

let world: BrowserAndSite;

beforeAll(async () => {
  world = await startBrowserAndSite({
    '/': '<!doctype html><title>A page</title><div id="element"></div><script src="/sandbox.js"></script>',
    '/sandbox.js': { script: await bundleSandbox() },
    'cdn.example.com/a.js': { script: 'window.out.push("script ran");' },
    'cdn.example.com/own.js': { script: 'window.out.push(document.currentScript.dataset.id);' },
    'cdn.example.com/frame': '<!doctype html><title>A frame</title>',
    'id.example.com/id.gif': () =>
      new Response(gif, { headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' } }),
  });
}, START_MILLIS);

afterAll(() => world.close());

/** Runs the code as a tag in a new browser; answers what it pushed to `window.out`, once that has `count` items. */
async function runTag(address: string, code: string, count: number): Promise<unknown[]> {
  const page = await world.browser.newPage();
  await page.goto(address);
  const template = makeTemplate(`const out = require('createQueue')('out'); ${code}`, permissions);
  await page.evaluate((tag) => {
    const { createContainer, createBrowserPage } = window.sandbox;
    const container = createContainer({ page: createBrowserPage() });
    container.addTag({ template: tag, fields: {}, firesOn: (event) => event === 'gtm.js' });
    window.out = [];
    container.onTagStatus(({ status, message }) => window.out?.push(message ?? status));
    container.start();
  }, template);
  await page.waitForFunction((wanted) => (window.out?.length ?? 0) >= wanted, count);
  const out = await page.evaluate(() => window.out);
  await page.context().close();
  return out ?? [];
}

const home = 'https://www.example.com/';

test('the bundle for browsers has no API of servers', async () => {
  const bundle = await bundleSandbox();
  expect(bundle).toContain('copyFromWindow');
  for (const name of ['sha256Sync', 'claimRequest', 'computeEffectiveTldPlusOne']) {
    expect(bundle).not.toContain(name);
  }
});

describe('a tag in a real browser', () => {
  test.each([
    [`out(require('copyFromWindow')('location.href'))`, [home]],
    [`out(require('copyFromWindow')('document.title') === undefined)`, [true]],
    [`out(require('copyFromWindow')('window.out') === undefined)`, [true]],
    [`out(require('copyFromWindow')('document') === undefined)`, [true]],
    [`out(require('copyFromWindow')('element') === undefined)`, [true]],
    [`out(require('getType')(require('copyFromWindow')('navigator.userAgent')))`, ['string']],
    [`out(require('copyFromWindow')('dataLayer')[0].event)`, ['gtm.js']],
    [`const s = require('localStorage'); out(s.setItem('k', 1)); out(s.getItem('k'))`, [true, '1']],
    [`out(1); data.gtmOnSuccess(); data.gtmOnFailure();`, [1, 'success']],
    [`require('callLater')(() => out('later')); out('now')`, ['now', 'later']],
    [
      `require('sendPixel')('https://id.example.com/id.gif', () => out('loaded'), () => out('failed'))`,
      ['loaded'],
    ],
    [
      `require('sendPixel')('https://id.example.com/none', () => out('loaded'), () => out('failed'))`,
      ['failed'],
    ],
    [
      `require('injectScript')('https://cdn.example.com/a.js', () => out('loaded'))`,
      ['script ran', 'loaded'],
    ],
    [
      `require('injectScript')({ src: 'https://cdn.example.com/own.js', 'data-id': 'x' }, () => out('loaded'))`,
      ['x', 'loaded'],
    ],
    [
      `require('injectHiddenIframe')('https://cdn.example.com/frame', () => out('loaded'))`,
      ['loaded'],
    ],
    [
      `require('injectScript')('https://cdn.example.com/none', undefined, () => out('failed'))`,
      ['failed'],
    ],
  ])('%s', async (code, expected) => {
    expect(await runTag(home, code, expected.length)).toEqual(expected);
  });

  test.each([
    ['https://www.shop.example.com/', '.example.com'],
    ['https://a.b.example.co.uk/', '.example.co.uk'],
    ['https://shop.user.github.io/', '.user.github.io'],
    ['https://localhost/', 'localhost'],
  ])('keeps a cookie of the domain auto on %s at %s', async (address, domain) => {
    const page = await world.browser.newPage();
    await page.goto(address);
    const template = makeTemplate(
      `require('setCookie')('id', 'x', { domain: 'auto', path: '/', 'max-age': 60 });`,
      permissions,
    );
    await page.evaluate((tag) => {
      const { createContainer, createBrowserPage } = window.sandbox;
      const container = createContainer({ page: createBrowserPage() });
      container.addTag({ template: tag, fields: {}, firesOn: (event) => event === 'gtm.js' });
      container.start();
    }, template);
    const cookies = await page.context().cookies();
    await page.context().close();
    expect(cookies.map((cookie) => cookie.domain)).toEqual([domain]);
  });
});
