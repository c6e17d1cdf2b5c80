import { describe, expect, test } from '@jest/globals';
import { createGrants, PermissionError } from '../../../src/sandbox/permissions/index.ts';
import type { Permission } from '../../../src/tpl/index.ts';
import { grant, grantConsent, grantGlobals } from './grant.ts';

const globals = grantGlobals({ foo: 'r', 'foo.bar': 'rw', 'a.f': 'x' });
const storage = grant('access_local_storage', { keys: [{ key: 'id', read: true, write: false }] });
const consent = grant('access_consent', {
  consentTypes: [{ consentType: 'ad_storage', read: true, write: false }],
});
const cookieNames = grant('get_cookies', { cookieAccess: 'specific', cookieNames: ['_d8a', '*'] });
const specificUrl = grant('get_url', {
  urlParts: 'specific',
  host: true,
  query: true,
  queriesAllowed: 'specific',
  queryKeys: ['gclid'],
});
const keys = grant('read_data_layer', { allowedKeys: 'specific', keyPatterns: ['a.*', 'b'] });

const cookie = (row: Record<string, string>) =>
  grant('set_cookies', {
    allowedCookies: [{ name: 'id', domain: '*', path: '*', secure: 'any', session: 'any', ...row }],
  });

/** A permission, and what it answers to the arguments of `queryPermission`. */
const rows: [permission: Permission, isAllowed: boolean, args: unknown[]][] = [
  [globals, true, ['read', 'foo']],
  [globals, false, ['write', 'foo']],
  [globals, false, ['readwrite', 'foo']],
  [globals, true, ['readwrite', 'foo.bar']],
  [globals, false, ['read', 'foo.baz']],
  [globals, true, ['execute', 'a.f']],
  [globals, false, ['execute', 'foo']],
  [storage, true, ['read', 'id']],
  [storage, false, ['write', 'id']],
  [storage, false, ['read', 'id2']],
  [consent, true, ['ad_storage', 'read']],
  [consent, false, ['ad_storage', 'write']],
  [consent, false, ['analytics_storage', 'read']],
  [cookieNames, true, ['_d8a']],
  [cookieNames, true, ['*']],
  [cookieNames, false, ['other']],
  [grant('get_cookies', { cookieAccess: 'any' }), true, ['other']],
  [grant('get_cookies', { cookieNames: ['a'] }), false, ['other']],
  [cookie({}), true, ['id', {}]],
  [cookie({}), false, ['other', {}]],
  [cookie({ name: '*' }), true, ['other', undefined]],
  [cookie({ domain: 'example.com' }), true, ['id', { domain: 'example.com' }]],
  [cookie({ domain: 'example.com' }), false, ['id', { domain: 'auto' }]],
  [cookie({ domain: 'auto' }), true, ['id', { domain: 'auto' }]],
  [cookie({ domain: '' }), true, ['id', {}]],
  [cookie({ domain: '' }), false, ['id', { domain: 'example.com' }]],
  [cookie({ path: '/' }), false, ['id', {}]],
  [cookie({ path: '/' }), true, ['id', { path: '/' }]],
  [cookie({ secure: 'secure' }), false, ['id', {}]],
  [cookie({ secure: 'secure' }), true, ['id', { secure: 'yes' }]],
  [cookie({ secure: 'non_secure' }), true, ['id', { secure: false }]],
  [cookie({ session: 'session' }), false, ['id', { 'max-age': 0 }]],
  [cookie({ session: 'session' }), true, ['id', { maxAge: 5 }]],
  [cookie({ session: 'non_session' }), true, ['id', { expires: 'x' }]],
  [cookie({ session: 'non_session' }), false, ['id', {}]],
  [grant('get_url', { urlParts: 'any' }), true, []],
  [specificUrl, false, []],
  [specificUrl, true, ['host']],
  [specificUrl, false, ['Host']],
  [specificUrl, false, ['path']],
  [specificUrl, false, ['query']],
  [specificUrl, true, ['query', 'gclid']],
  [specificUrl, false, ['query', 'other']],
  [keys, true, ['a']],
  [keys, true, ['a.b.c']],
  [keys, false, ['ab']],
  [keys, true, ['b']],
  [keys, false, ['b.c']],
  [grant('read_data_layer', { allowedKeys: 'any' }), true, ['z']],
  [grant('write_data_layer', { keyPatterns: ['a.*'] }), true, ['a.b']],
  [grant('write_data_layer', { keyPatterns: ['a.*'] }), false, ['b']],
  [grant('send_pixel', { allowedUrls: 'any' }), true, ['https://example.com/a']],
  [grant('send_pixel', { allowedUrls: 'any' }), false, ['http://example.com/a']],
  [grant('logging', { environments: 'all' }), true, []],
  [grant('logging', { environments: 'debug' }), false, []],
  [grant('read_title'), true, []],
  [grant('access_template_storage'), true, []],
];

describe('a grant', () => {
  test.each(
    rows.map(([permission, isAllowed, args]) => ({
      id: permission.instance.key.publicId,
      permission,
      isAllowed,
      args,
    })),
  )('of $id answers $isAllowed to $args', ({ id, permission, isAllowed, args }) => {
    expect(createGrants([permission]).allows(id, ...args)).toBe(isAllowed);
  });

  test('allows logging for debugging in preview', () => {
    const grants = createGrants([grant('logging', { environments: 'debug' })], { isDebug: true });
    expect(grants.allows('logging')).toBe(true);
  });

  test('names the global variable that is not covered', () => {
    const check = () => createGrants([globals]).check('access_globals', 'read', 'window');
    expect(check).toThrow(PermissionError);
    expect(check).toThrow('Prohibited read on global variable: window.');
  });

  test.each(['set_cookies', 'no_such_permission'])('says that %s is not configured', (id) => {
    expect(() => createGrants([grantConsent('ad_storage')]).check(id)).toThrow(
      `The requested permission ${id} is not configured.`,
    );
  });

  test('refuses everything when a URL filter is malformed, and says which', () => {
    const grants = createGrants([
      grant('inject_script', { urls: ['https://example.com/', 'http://example.com/'] }),
    ]);
    expect(() => grants.check('inject_script', 'https://example.com/')).toThrow(
      'Invalid script URL filter: http://example.com/.',
    );
  });
});
