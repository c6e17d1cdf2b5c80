import { expect, test } from '@jest/globals';
import { HOSTS } from '../browser/hosts.ts';
import { visit } from '../browser/tag-visit.ts';
import { describeInWebKit } from './in-webkit.ts';

// Imported late, so that they start WebKit.
const { startTagSite } = await import('../browser/tag-site.ts');
const { useWorld } = await import('../browser/use-world.ts');

describeInWebKit('the cookies of tag and endpoint', () => {
  const world = useWorld(startTagSite);

  test.each(HOSTS)('on $origin are Secure and Lax, on $domain', async (host) => {
    const page = await world().browser.newPage();
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
