import { expect, test } from '@jest/globals';
import { abilitiesBeyond, describeAbility, listAbilities } from '../../src/tpl/list-permissions.ts';
import { PERMISSION_SHAPES } from '../../src/tpl/schemas/permission-shapes.ts';
import {
  anyCookie,
  anyCookieRead,
  grant,
  grantConsent,
  grantGlobals,
} from '../sandbox/permissions/grant.ts';

test.each([
  [
    grantGlobals({ a: 'rwx' }),
    [
      'Reads the page’s variable: a',
      'Changes the page’s variable: a',
      'Calls the page’s function: a',
    ],
  ],
  [
    grantConsent('ad_storage'),
    [
      'Reads the visitor’s choice for the consent type: ad_storage',
      'Sets consent for the type: ad_storage',
    ],
  ],
  [anyCookieRead, ['Reads the cookie: any']],
  [anyCookie, ['Writes the cookie: any']],
  [
    grant('get_cookies', { cookieAccess: 'specific', cookieNames: ['a', 'b'] }),
    ['Reads the cookie: a', 'Reads the cookie: b'],
  ],
  [
    grant('inject_script', { urls: ['https://a.example/*'] }),
    ['Loads and runs a script from: https://a.example/*'],
  ],
  [grant('get_url', { urlParts: 'specific', host: true }), ['Reads of the page’s address: host']],
  [
    grant('read_request', { requestAccess: 'specific', bodyAllowed: true }),
    ['Reads of the request: its text'],
  ],
  [grant('logging', { environments: 'all' }), ['Writes to the console: any']],
  [grant('read_title'), ['Reads the page’s title']],
  [grant('unheard_of'), ['Uses the permission unheard_of']],
])('%j reads as %j', (permission, words) => {
  expect(listAbilities([permission]).map(describeAbility)).toEqual(words);
});

test('every permission has words of its own', () => {
  const unknown = Object.keys(PERMISSION_SHAPES).filter(
    (id) => listAbilities([grant(id)])[0]?.what === `Uses the permission ${id}`,
  );
  expect(unknown).toEqual([]);
});

test('only what goes beyond is told, and any covers a name', () => {
  const old = listAbilities([anyCookieRead, grantGlobals({ a: 'r' })]);
  const next = listAbilities([
    grant('get_cookies', { cookieAccess: 'specific', cookieNames: ['x'] }),
    grantGlobals({ a: 'rw' }),
  ]);
  expect(abilitiesBeyond(next, old).map(describeAbility)).toEqual([
    'Changes the page’s variable: a',
  ]);
});
