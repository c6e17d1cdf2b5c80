import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { SHOP } from './hosts.ts';
import { addressOf, html, startLoaderSite } from './loader-site.ts';
import { cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The examples of the loader's README, as they stand there.

const readme = readFileSync('src/loader/README.md', 'utf8');
const examples = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
const [queue = '', shop = '', grant = '', withdrawal = '', module = ''] = examples;

const world = useWorld(startLoaderSite);

describe('the example of', () => {
  test('the script tag and the queue', async () => {
    const [, tag = ''] = /```html\n([\s\S]*?)```/.exec(readme) ?? [];
    const script = readFileSync('dist/loader.js', 'utf8');
    world().site.routes['/fpid/loader.js'] = { script };
    world().site.routes['/example'] = () => html(`<!doctype html><script>${queue}</script>${tag}`);
    const page = await world().browser.newPage();
    await page.goto(`${SHOP}/example`);
    await page.waitForFunction(() => document.title !== '');
    const { clientId, sessionId } = await page.evaluate(() => firstPartyId.get());
    expect(await page.title()).toBe(`${clientId} ${sessionId}`);
    expect(await cookieNames(page)).toContain('_d8a_YOUR-PROPERTY-ID');
  });

  /** What an example leaves in its variables. */
  const run = async (code: string, result: string, unsetConsent: 'grant' | 'wait') => {
    const page = await world().browser.newPage();
    await page.goto(addressOf(SHOP, { options: { unsetConsent } }));
    await page.evaluate(() => firstPartyId.ready);
    return page.evaluate(`(async () => { ${code}; return ${result}; })()`);
  };

  test('a shop that changes pages without loading them', async () => {
    expect(await run(shop, 'hitNumber', 'grant')).toBe(2);
  });

  test('a consent tool of its own', async () => {
    const result = await run(grant, '[consent, source]', 'wait');
    expect(result).toEqual(['granted', 'promoted']);
  });

  test('a withdrawal', async () => {
    expect(await run(withdrawal, 'firstPartyId.consent', 'grant')).toBe('withdrawn');
  });

  test('the module', async () => {
    const code = module.replace('first-party-id/loader', '/loader.mjs');
    expect(code).not.toBe(module);
    world().site.routes['/module'] = () =>
      html(`<!doctype html><script type="module">${code}; window.result = clientId;</script>`);
    const page = await world().browser.newPage();
    await page.goto(`${SHOP}/module`);
    await page.waitForFunction('window.result');
    expect(await page.evaluate('result')).toMatch(/^\d+\.\d+$/);
  });
});
