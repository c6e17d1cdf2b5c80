import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { closePages } from '../browser/page-cookies.ts';
import type { TagSite } from '../browser/tag-site.ts';
import { visit } from '../browser/tag-visit.ts';
import { describeInWebKit } from './in-webkit.ts';

// Imported late, so that they start WebKit.
const { START_MILLIS } = await import('../browser/browser-and-site.ts');
const { HOSTS, startTagSite } = await import('../browser/tag-site.ts');

describeInWebKit('the cookies of tag and endpoint', () => {
  let world: TagSite;

  beforeAll(async () => {
    world = await startTagSite();
  }, START_MILLIS);
  afterEach(() => closePages(world.browser));
  afterAll(() => world.close());

  test.each(HOSTS)('on $origin are Secure and Lax, on $domain', async (host) => {
    const page = await world.browser.newPage();
    await visit(page, host.origin, { tags: [{ propertyIds: 'P', serverUrl: host.serverUrl }] });
    const cookies = await page.context().cookies();
    const attributes = { secure: true, sameSite: 'Lax', domain: host.domain, path: '/' };
    expect(cookies.sort((one, other) => (one.name < other.name ? -1 : 1))).toMatchObject([
      { name: '_d8a', httpOnly: false, ...attributes },
      { name: '_d8a_P', httpOnly: false, ...attributes },
      { name: '_td_ssc_id', httpOnly: false, ...attributes },
      { name: 'first_party_backup', httpOnly: true, ...attributes },
      { name: 'first_party_id', httpOnly: true, ...attributes },
    ]);
  });
});
