import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SHOP } from './hosts.ts';
import { startLoaderSite, visit } from './loader-site.ts';
import { cookieNamed, cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// How pages bring the built loader in, and call it.

const world = useWorld(startLoaderSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
});

describe('calls', () => {
  test('made before the script arrives are kept, and those made later are made at once', async () => {
    const script = `heard = []; firstPartyIdQueue = [(it) => it.hit(), (it) => it.on('change', ({ hitNumber }) => heard.push(hitNumber))]`;
    await visit(page, SHOP, { script });
    await page.waitForFunction(() => firstPartyId.get().hitNumber === 2);
    await page.evaluate(
      'new Promise((done) => firstPartyIdQueue.push((it) => it.hit().then(done)))',
    );
    expect(await page.evaluate('heard')).toEqual([2, 3]);
  });

  test('of on() end when the page says so', async () => {
    await visit(page, SHOP);
    const heard = await page.evaluate(async () => {
      let count = 0;
      const stop = firstPartyId.on('change', () => (count += 1));
      await firstPartyId.hit();
      stop();
      await firstPartyId.hit();
      return count;
    });
    expect(heard).toBe(1);
  });
});

describe('attributes of the script tag', () => {
  const open = async (tag: string) => {
    world().site.routes['/attributes'] = `<!doctype html><title>A page</title>${tag}`;
    await page.goto(`${SHOP}/attributes`);
    await page.waitForFunction(() => 'firstPartyId' in window);
    return page.evaluate(() => firstPartyId.ready);
  };

  test.each(['', ' async', ' defer', ' type="module"'])(
    'configure it, loaded with%s',
    async (how) => {
      const identity = await open(
        `<script${how} src="/loader.js" data-property-ids="P, Q" data-cookie-prefix="shop" data-cookie-domain="none" data-engagement-seconds="0"></script>`,
      );
      expect(identity).toMatchObject({ cookieDomain: '' });
      expect(await cookieNames(page)).toEqual(['shop_d8a', 'shop_d8a_P', 'shop_d8a_Q']);
      expect(await page.evaluate(() => firstPartyId.get().engaged)).toBe(true);
    },
  );

  test.each(['src="/loader.js?l=other"', 'src="/loader.js" data-data-layer="other"'])(
    'name the data layer: %s',
    async (attributes) => {
      const identity = await open(
        `<script>other = [['consent', 'default', { analytics_storage: 'denied' }]]</script><script ${attributes} data-property-ids="P"></script>`,
      );
      expect(identity).toMatchObject({ consent: 'denied' });
    },
  );

  test('outdo window.firstPartyIdConfig', async () => {
    await open(
      `<script>firstPartyIdConfig = { propertyIds: ['A'], cookiePrefix: 'shop' }</script><script src="/loader.js" data-property-ids="P"></script>`,
    );
    expect(await cookieNames(page)).toEqual(['shop_d8a', 'shop_d8a_P']);
  });
});

test('a page whose base is another site asks the endpoint of its own', async () => {
  const { site } = world();
  site.routes['/based'] = `<!doctype html><base href="https://cdn.example.net/">
<script src="${SHOP}/loader.js" data-property-ids="P" data-server-url="/fpid/"></script>`;
  await page.goto(`${SHOP}/based`);
  await page.waitForFunction(() => firstPartyId.get().serverId !== '');
  expect(site.requestsTo('www.shop.example.com/fpid/id')).toHaveLength(1);
  expect(site.requestsTo('cdn.example.net')).toEqual([]);
});

test('the module does the same for a page that calls it', async () => {
  world().site.routes['/module'] = `<!doctype html><title>A page</title><script type="module">
import { createFirstPartyId } from '/loader.mjs';
window.identity = createFirstPartyId({ propertyIds: ['P'] }).ready;</script>`;
  await page.goto(`${SHOP}/module`);
  await page.waitForFunction('window.identity');
  expect(await page.evaluate('identity')).toMatchObject({ source: 'new', hitNumber: 1 });
  expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
});

test('two loaders on one page have one visitor and count one hit', async () => {
  world().site.routes['/twice'] = `<!doctype html><title>A page</title>
<script src="/loader.js" data-property-ids="P"></script><script src="/loader.js" data-property-ids="P"></script>`;
  await page.goto(`${SHOP}/twice`);
  expect(await page.evaluate(() => firstPartyId.ready)).toMatchObject({ hitNumber: 1 });
  expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j0\$/);
});
