import { describe, expect, test } from '@jest/globals';
import { matchUrl, parseAllowedUrl } from '../../../src/sandbox/permissions/match-url.ts';

describe('a URL filter', () => {
  test.each([
    ['https://example.com/collect', 'https://example.com/collect', true],
    ['https://example.com/collect', 'https://example.com/collect?x=1', false],
    ['https://example.com/collect*', 'https://example.com/collect?x=1', true],
    ['https://example.com/foo/*', 'https://example.com/foo', true],
    ['https://example.com/foo/*', 'https://example.com/foobar', true],
    ['https://example.com/foo/', 'https://example.com/foo/bar', false],
    ['https://example.com/foo?', 'https://example.com/foo', true],
    ['https://example.com/', 'https://example.com/any/path?x#y', true],
    ['https://example.com/*', 'https://example.com/any', true],
    ['https://example.com/a*c', 'https://example.com/a/b/c', true],
    ['https://example.com/a*c', 'https://example.com/a/b/cd', false],
    ['https://example.com/a.c', 'https://example.com/abc', false],
    ['https://example.com/a', 'https://example.com/a#hash', true],
    ['https://*.example.com/', 'https://example.com/', true],
    ['https://*.example.com/', 'https://a.b.example.com/', true],
    ['https://*.example.com/', 'https://notexample.com/', false],
    ['https://EXAMPLE.com/', 'https://example.com/', true],
    ['https://example.com', 'https://example.com/', false],
    ['http://example.com/', 'https://example.com/', false],
    ['https://localhost/', 'https://example.com/', false],
  ])('%s covers %s: %s', (filter, address, covers) => {
    expect(matchUrl(new URL(address), filter)).toBe(covers);
  });

  test.each([
    ['https://example.com/', true],
    ['https://example.com:443/', true],
    ['https://example.com:8443/', false],
    ['http://example.com/', false],
    ['https://localhost/', false],
    ['https://a_b.example.com/', false],
    ['//example.com/', false],
    ['data:text/plain,x', false],
    ['no url', false],
  ])('is asked only about https on port 443: %s %s', (address, isAllowed) => {
    expect(parseAllowedUrl(address) !== undefined).toBe(isAllowed);
  });
});
