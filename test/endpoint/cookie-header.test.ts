import { expect, test } from '@jest/globals';
import { parseCookieHeader } from '../../src/endpoint/cookie-header.ts';

test('a Cookie header is read raw, in order, with all values of a name', () => {
  const cookies = parseCookieHeader('a=1;b = "x" ; c=%24=; =nameless; flag; a=2;;__proto__=p');
  expect(cookies.names.map((name) => [name, cookies.valuesOf(name)])).toEqual([
    ['a', ['1', '2']],
    ['b', ['"x"']],
    ['c', ['%24=']],
    ['__proto__', ['p']],
  ]);
  expect(cookies.valuesOf('constructor')).toEqual([]);
});
