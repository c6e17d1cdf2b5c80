import { describe, expect, test } from '@jest/globals';
import { createCookieJar, createMemoryPage, readCookies } from '../../../src/sandbox/page/index.ts';
import { anyCookie, anyCookieRead, grant } from '../permissions/grant.ts';
import { examplePage, prepareSnippet, runSnippet } from './run-snippet.ts';

const permissions = [anyCookie, anyCookieRead];

function pageWith(cookies: string[], url?: string) {
  const page = examplePage(url);
  for (const cookie of cookies) page.window.document.cookie = cookie;
  return page;
}

describe('getCookieValues', () => {
  test.each([
    [['a=1', 'b=2'], `('a')`, ['1']],
    [['a=1; path=/', 'a=2; domain=example.com; path=/'], `('a')`, ['1', '2']],
    [['a=x=y'], `('a')`, ['x=y']],
    [['bare'], `('bare')`, ['']],
    [['a='], `('a')`, ['']],
    [['a="q"+'], `('a')`, ['"q"+']],
    [['a=%20x'], `('a')`, [' x']],
    [['a=%20x'], `('a', false)`, ['%20x']],
    [['a=%'], `('a', false)`, ['%']],
    [[], `('a')`, []],
  ])('of %j answers %s as %j', (cookies, args, expected) => {
    const page = pageWith(cookies);
    expect(runSnippet(`return require('getCookieValues')${args};`, { page, permissions })).toEqual(
      expected,
    );
  });

  test('throws at a malformed % when it decodes', () => {
    const page = pageWith(['a=%']);
    expect(() => runSnippet(`require('getCookieValues')('a')`, { page, permissions })).toThrow(
      'URI malformed',
    );
  });
});

describe('setCookie', () => {
  test.each([
    [`('a', 'b c')`, true, 'a=b%20c'],
    [`('a', 'b c', {}, false)`, true, 'a=b c'],
    [`('a', 'b', { sameSite: 'strict', maxAge: 0, httpOnly: true })`, true, 'a=b'],
    [`('a', 'b', { 'max-age': 0 })`, false, ''],
    [`('a', 'b', { secure: 'false', path: '/' })`, true, 'a=b'],
    [`('a', 'b', { domain: 'other.org' })`, false, ''],
    [`('a', undefined)`, false, ''],
    [`('a', null, null)`, false, ''],
  ])('%s answers %s', (args, answer, cookie) => {
    const page = examplePage();
    expect(runSnippet(`return require('setCookie')${args};`, { page, permissions })).toBe(answer);
    expect(page.window.document.cookie).toBe(cookie);
  });

  test('expires the cookie when the value is undefined', () => {
    const page = pageWith(['a=1; path=/']);
    const code = `return require('setCookie')('a', undefined, { path: '/' });`;
    expect(runSnippet(code, { page, permissions })).toBe(true);
    expect(page.window.document.cookie).toBe('');
  });

  test('cuts the encoded value to 1200 characters', () => {
    const page = examplePage();
    const text = ' '.repeat(500);
    runSnippet(`require('setCookie')('a', '${text}')`, { page, permissions });
    expect(page.window.document.cookie).toBe(`a=${'%20'.repeat(400)}`);
  });

  test('answers true when the same cookie is there already', () => {
    const page = pageWith(['a=1; path=/']);
    const code = `return require('setCookie')('a', '1', { path: '/' });`;
    expect(runSnippet(code, { page, permissions })).toBe(true);
  });

  test.each([
    ['https://www.shop.example.com/', 'example.com'],
    ['https://a.b.example.co.uk/', 'example.co.uk'],
    ['https://foo.github.io/', 'foo.github.io'],
    ['https://localhost/', 'localhost'],
    ['https://127.0.0.1/', '127.0.0.1'],
  ])('with the domain auto on %s keeps the cookie at %s', (url, domain) => {
    const cookieJar = createCookieJar();
    const page = createMemoryPage({ url, cookieJar });
    const code = `return require('setCookie')('a', '1', { domain: 'AUTO', path: '/' });`;
    expect(runSnippet(code, { page, permissions })).toBe(true);
    const context = { url, nowMillis: Date.now(), by: 'script' } as const;
    expect(readCookies(cookieJar, context).map((cookie) => cookie.domain)).toEqual([domain]);
  });

  test('checks the permission for the domain that is tried', () => {
    const rule = (domain: string) =>
      grant('set_cookies', {
        allowedCookies: [{ name: '*', domain, path: '*', secure: 'any', session: 'any' }],
      });
    const code = `const args = { domain: 'auto', path: '/' };
      return [require('queryPermission')('set_cookies', 'a', args), require('setCookie')('a', '1', args)];`;
    expect(runSnippet(code, { permissions: [rule('example.com')] })).toEqual([false, true]);
    expect(() => runSnippet(code, { permissions: [rule('auto')] })).toThrow(
      'Prohibited write of cookie: a.',
    );
  });

  test('answers false where cookies are blocked', () => {
    const page = createMemoryPage({ url: 'https://www.example.com/', cookieJar: 'blocked' });
    const run = prepareSnippet({ page, permissions });
    expect(run(`return require('setCookie')('a', '1');`)).toBe(false);
    expect(run(`return require('getCookieValues')('a');`)).toEqual([]);
  });
});
