import { describe, expect, test } from '@jest/globals';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';
import { grant } from '../permissions/grant.ts';
import { runSnippet } from './run-snippet.ts';

const permissions = [
  grant('get_url', { urlParts: 'any', queriesAllowed: 'any' }),
  grant('get_referrer', { urlParts: 'any', queriesAllowed: 'any' }),
  grant('read_title'),
  grant('read_character_set'),
  grant('read_container_data'),
];
const address = 'https://WWW.Example.com/shop/a.b/page.html?a=1&b=x+y%26&a=2&c#top';

describe('address APIs', () => {
  test.each([
    [`getUrl')()`, 'https://www.example.com/shop/a.b/page.html?a=1&b=x+y%26&a=2&c#top'],
    [`getUrl')('protocol')`, 'https'],
    [`getUrl')('host')`, 'www.example.com'],
    [`getUrl')('port')`, '443'],
    [`getUrl')('path')`, '/shop/a.b/page.html'],
    [`getUrl')('extension')`, 'html'],
    [`getUrl')('query')`, 'a=1&b=x+y%26&a=2&c'],
    [`getUrl')('fragment')`, 'top'],
    [`getQueryParameters')('a')`, '1'],
    [`getQueryParameters')('a', true)`, ['1', '2']],
    [`getQueryParameters')('b')`, 'x y&'],
    [`getQueryParameters')('c')`, ''],
    [`getQueryParameters')('z')`, undefined],
    [`getReferrerUrl')('host')`, 'other.org'],
    [`getReferrerUrl')('path')`, '/from'],
    [`getReferrerQueryParameters')('q')`, 'search'],
    [`readTitle')()`, 'A page'],
    [`readCharacterSet')()`, 'UTF-8'],
    [`getContainerVersion')().containerId`, 'GTM-TEST'],
  ])("require('%s", (code, expected) => {
    const page = createMemoryPage({
      url: address,
      referrer: 'https://other.org/from?q=search',
      title: 'A page',
    });
    expect(runSnippet(`return require('${code};`, { page, permissions })).toEqual(expected);
  });

  test.each([
    ['', ''],
    [`'host'`, ''],
    [`'path'`, '/'],
  ])('getReferrerUrl(%s) without referrer', (component, expected) => {
    const code = `return require('getReferrerUrl')(${component});`;
    expect(runSnippet(code, { permissions })).toBe(expected);
  });

  test('throw at a malformed % in the query', () => {
    const page = createMemoryPage({ url: 'https://www.example.com/?a=%' });
    expect(() => runSnippet(`require('getQueryParameters')('a')`, { page, permissions })).toThrow(
      'URI malformed',
    );
  });
});
