import { expect, test } from '@jest/globals';
import { printSetCookie } from '../../src/endpoint/set-cookie.ts';

const scope = { domain: 'example.com', maxAgeSeconds: 60, isSecure: true };

test('prints every attribute that applies, and the value as it is', () => {
  const cookie = { name: '_d8a_P', value: 'S1.1.s1$o2', isHttpOnly: true };
  expect(printSetCookie(cookie, scope)).toBe(
    '_d8a_P=S1.1.s1$o2; Path=/; Max-Age=60; Domain=example.com; SameSite=Lax; Secure; HttpOnly',
  );
  expect(
    printSetCookie({ ...cookie, isHttpOnly: false }, { ...scope, domain: '', isSecure: false }),
  ).toBe('_d8a_P=S1.1.s1$o2; Path=/; Max-Age=60; SameSite=Lax');
});

test.each([
  ['name', { name: 'a b' }, {}],
  ['name', { name: '' }, {}],
  ['name', { name: 'a=b' }, {}],
  ['value', { value: 'a;b' }, {}],
  ['value', { value: 'a\r\nSet-Cookie: b=c' }, {}],
  ['value', { value: '"quoted"' }, {}],
  ['value', { value: 'é' }, {}],
  ['domain', {}, { domain: 'example.com; Secure' }],
  ['maxAgeSeconds', {}, { maxAgeSeconds: -1 }],
  ['maxAgeSeconds', {}, { maxAgeSeconds: Number.NaN }],
])('refuses a wrong %s', (option, cookie, changes) => {
  const print = () =>
    printSetCookie(
      { name: 'a', value: 'b', isHttpOnly: false, ...cookie },
      { ...scope, ...changes },
    );
  expect(print).toThrow(new RegExp(`^Set-Cookie ${option} is invalid: `));
});
