import { describe, expect, test } from '@jest/globals';
import { grant, grantGlobals } from '../permissions/grant.ts';
import { createSite, makeTemplate } from './site.ts';

const permissions = [
  grant('logging', { environments: 'all' }),
  grantGlobals({ foo: 'rwx' }),
  grant('send_pixel', { allowedUrls: 'any' }),
  grant('get_url', { urlParts: 'any', queriesAllowed: 'any' }),
  grant('get_cookies', { cookieAccess: 'any' }),
  grant('set_cookies', {
    allowedCookies: [{ name: '*', domain: '*', path: '*', secure: 'any', session: 'any' }],
  }),
  grant('access_consent', { consentTypes: [{ consentType: 'a', read: true, write: true }] }),
  grant('access_local_storage', { keys: [{ key: 'k', read: true, write: true }] }),
  grant('read_data_layer', { allowedKeys: 'any' }),
  grant('read_title'),
];

function prepare(code: string) {
  const site = createSite();
  site.addTemplate(makeTemplate(code, permissions), {}, 'go');
  return {
    ...site,
    go: () => {
      site.dataLayer.push({ event: 'go' });
      site.start();
      return site.page.drain();
    },
  };
}

describe('gtag policy', () => {
  test.each([
    [`require('copyFromWindow')('foo')`, 'access_globals', flags('foo', 'read')],
    [`require('setInWindow')('foo', 1)`, 'access_globals', flags('foo', 'read', 'write')],
    [`require('callInWindow')('foo')`, 'access_globals', flags('foo', 'execute')],
    [`require('sendPixel')('https://a.com/')`, 'send_pixel', { url: 'https://a.com/' }],
    [`require('getUrl')('query')`, 'get_url', { component: 'query', queryKey: undefined }],
    [`require('getQueryParameters')('x')`, 'get_url', { component: 'query', queryKey: 'x' }],
    [`require('getCookieValues')('c')`, 'get_cookies', { name: 'c' }],
    [
      `require('setCookie')('c', 'v', { path: '/' })`,
      'set_cookies',
      { name: 'c', options: { path: '/' } },
    ],
    [
      `require('isConsentGranted')('a')`,
      'access_consent',
      { consentType: 'a', read: true, write: false, execute: false },
    ],
    [`require('localStorage').getItem('k')`, 'access_local_storage', flags('k', 'read')],
    [`require('copyFromDataLayer')('x')`, 'read_data_layer', { key: 'x' }],
    [`require('readTitle')()`, 'read_title', {}],
  ])('is asked about %s', async (call, permissionId, data) => {
    const { gtag, go } = prepare(`${call};`);
    const asked: unknown[][] = [];
    gtag('policy', permissionId, (...args: unknown[]) => asked.push(args));
    await go();
    expect(asked[0]).toEqual(['GTM-TEST', permissionId, data]);
  });

  test.each([
    [true, 'success'],
    ['yes', 'success'],
    [false, 'exception'],
    [undefined, 'exception'],
  ])('that answers %s ends the tag with %s', async (answer, status) => {
    const site = prepare(`require('readTitle')(); data.gtmOnSuccess();`);
    site.gtag('policy', 'read_title', () => answer);
    await site.go();
    expect(site.statuses.map((one) => one.status)).toEqual([status]);
  });

  test('runs after the template’s own grant passes, specific ones first then all', async () => {
    const order: string[] = [];
    const { gtag, go } = prepare(`require('readTitle')(); require('readCharacterSet')();`);
    gtag('policy', 'all', (_: string, id: string) => order.push(`all ${id}`));
    gtag('policy', 'read_title', () => order.push('read_title'));
    await go();
    // Registering a policy for all calls it once. readCharacterSet is not granted, and logging comes last.
    expect(order).toEqual(['all unknown', 'read_title', 'all read_title']);
  });

  test('needs every policy to agree, and shows what one throws', async () => {
    const site = prepare(`require('readTitle')();`);
    site.gtag('policy', 'read_title', () => true);
    site.gtag('policy', 'all', () => {
      throw 'not on this page';
    });
    await site.go();
    expect(site.statuses[0]?.message).toContain(
      'A policy of the page refuses read_title: not on this page',
    );
  });

  test('shows the message of an error', async () => {
    const site = prepare(`require('readTitle')();`);
    site.gtag('policy', 'read_title', () => {
      throw new Error('never');
    });
    await site.go();
    expect(site.statuses[0]?.message).toContain('refuses read_title: never');
  });

  test('decides what queryPermission answers', async () => {
    const site = prepare(`log(require('queryPermission')('read_title'));`);
    site.gtag('policy', 'read_title', () => false);
    await site.go();
    expect(site.page.logs).toEqual([[false]]);
  });

  test.each([
    [['policy', 'read_title']],
    [['policy', 'read_title', 'no function']],
    [['policy', 1, () => false]],
    [['policy', 'read_title', () => false, 4]],
  ])('with other than three fitting arguments changes nothing: %j', async (command) => {
    const site = prepare(`require('readTitle')(); data.gtmOnSuccess();`);
    site.gtag(...command);
    await site.go();
    expect(site.statuses[0]?.status).toBe('success');
  });
});

function flags(key: string, ...granted: string[]) {
  const has = (name: string) => granted.includes(name);
  return { key, read: has('read'), write: has('write'), execute: has('execute') };
}
