import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCookieHeader } from '../../src/endpoint/cookie-header.ts';
import { parseIdentityCookie, readIdentityCookies } from '../../src/endpoint/identity-cookies.ts';
import { plainNames, startSeconds, Visitor } from './visitor.ts';

const session = 'S1.1.s1767124410$o71$g1$t1767129307$j59$d4dufp94dufp9';
const lately = `t${startSeconds}`;
const client = 'C1.1.265119741.1700000000';

describe('an identity cookie', () => {
  test.each([
    ['_d8a', client],
    ['_d8a_G-ABC123', session],
    ['_d8a_a.b_c-D', `S1.1.s1$o2$${lately}`],
    ['_d8a_unknown-tokens', `S1.1.zfoo$${lately}$o2$s1$x`],
    ['_d8a_first-of-two', `S1.1.s1$s2$o1$o5$${lately}`],
    ['shop_d8a', client],
    ['shop_d8a_1', session],
  ])('%s=%s is renewed by the server as it is', async (name, value) => {
    const visitor = new Visitor({ d8aPrefixes: ['', 'shop_'] });
    visitor.cookies = { [name]: value };
    expect(await visitor.ask('/id.gif')).toHaveProperty([name], value);
  });

  test('is not renewed when it is a session that is over, which a tracker may be rolling over', async () => {
    const visitor = new Visitor();
    visitor.cookies = { _d8a_1: `S1.1.s1$o2$t${startSeconds - 1801}` };
    expect(await visitor.ask('/id.gif')).not.toHaveProperty('_d8a_1');
  });

  test('is set like the server id, but readable', async () => {
    const visitor = new Visitor();
    const headers = { 'sec-fetch-site': 'same-site', cookie: `_d8a=${client}` };
    const request = new Request('https://id.example.com/id.gif', { headers });
    expect((await visitor.handler(request)).headers.getSetCookie()).toContain(
      `_d8a=${client}; Path=/; Max-Age=63072000; Domain=example.com; SameSite=Lax; Secure`,
    );
  });

  test.each([
    ['_d8a', 'C1.1.1'],
    ['_d8a', 'C1.1.1.2.3'],
    ['_d8a', 'C1.2.1.2'],
    ['_d8a', 'c1.1.1.2'],
    ['_d8a', ''],
    ['_d8a', '"C1.1.1.2"'],
    ['_d8a', 'C1.1.' + '1'.repeat(60) + '.2'],
    ['_d8a', session],
    ['_d8a_1', client],
    ['_d8a_1', 'S1.1.'],
    ['_d8a_1', 'S1.1.s1$o2'],
    ['_d8a_1', 'S1.1.s1$o2$tx'],
    ['_d8a_1', 'S1.1.s$o$t'],
    ['_d8a_1', 'S1.1.s1$o1e3$t3'],
    ['_d8a_1', 'S1.1.s1$o-1$t3'],
    ['_d8a_1', 'S1.1.s1$$o2$t3'],
    ['_d8a_1', 'S1.1.s1 $o2$t3'],
    ['_d8a_1', 'S1.1.s1$o2$t3$'],
    ['_d8a_1', 'S1.1.s1$o2$t3$d%24'],
    ['_d8a_1', 'S1.1.s1$o2$t3$Zx'],
    ['_d8a_1', 'S1.1.s1$o2$t3$d' + 'x'.repeat(65)],
    ['_d8a_1', 'S1.1.s1$o2$t3' + ('$d' + 'x'.repeat(60)).repeat(9)],
    ['_d8a_1', 'S1.2.s1$o2$t3'],
    ['_d8a_', session],
    ['_d8a_a+b', session],
    ['_d8a_' + 'x'.repeat(65), session],
    ['_d8ax', session],
    ['other_d8a', client],
    ['other_d8a_1', session],
    ['_ga', client],
  ])('%s=%s does not parse and is left alone', async (name, value) => {
    const visitor = new Visitor();
    visitor.cookies = { [name]: value };
    expect(Object.keys(await visitor.ask('/id.gif'))).toEqual(['first_party_id', '_td_ssc_id']);
  });

  test('is left alone when its name occurs twice', async () => {
    const cookie = `_d8a=${client}; _d8a_1=${session}; _d8a=C1.1.1.2`;
    const set = await new Visitor().ask('/id.gif', { cookie });
    expect(set).toHaveProperty('_d8a_1');
    expect(set).not.toHaveProperty('_d8a');
  });

  test('is left alone beyond the 20 properties last used', async () => {
    const visitor = new Visitor();
    for (let index = 1; index <= 25; index += 1) {
      visitor.cookies[`_d8a_p${index}`] = `S1.1.s1$o1$t${startSeconds + index}`;
    }
    const names = Object.keys(await visitor.ask('/id.gif')).filter((name) => name.includes('d8a'));
    expect(names).toHaveLength(20);
    expect(names).toContain('_d8a_p6');
    expect(names).not.toContain('_d8a_p5');
  });
});

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'S1.1.',
        'C1.1.',
        '$',
        's',
        'o',
        't',
        'g',
        '1',
        '17',
        '.',
        ' ',
        '%',
        '"',
        '_',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('whatever a request carries', () => {
  test('is read without an exception, and only legal values come back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const header = pairs.map(([name, value]) => `_d8a${name}=${value}`).join(';');
        for (const { name, value } of readIdentityCookies(parseCookieHeader(header), plainNames)) {
          expect(name).toMatch(/^_d8a(_[A-Za-z0-9._-]{1,64})?$/);
          expect(value).toMatch(/^(C1\.1\.\d+\.\d+|S1\.1\.[a-z][\w.-]*(\$[a-z][\w.-]*)*)$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is set again only where it parses, value for value', async () => {
    const legal = text.map((value) => value.replace(/[^\x21-\x7e]|[;,"\\]/g, ''));
    await fc.assert(
      fc.asyncProperty(legal, legal, async (clientText, sessionText) => {
        const cookie = `_d8a=${clientText}; _d8a_1=${sessionText}`;
        const set = await new Visitor().ask('/id.gif', { cookie });
        for (const [name, value] of [
          ['_d8a', clientText],
          ['_d8a_1', sessionText],
        ] as const) {
          const parsed = parseIdentityCookie(name, value, plainNames);
          const isOver = parsed?.kind === 'session' && startSeconds - parsed.lastHitSeconds > 1800;
          expect(set[name]).toBe(parsed && !isOver ? value : undefined);
        }
      }),
    );
  });
});

test('a Cookie header is read raw, in order, with all values of a name', () => {
  const cookies = parseCookieHeader('a=1;b = "x" ; c=%24=; =nameless; flag; a=2;;__proto__=p');
  expect([...cookies]).toEqual([
    ['a', ['1', '2']],
    ['b', ['"x"']],
    ['c', ['%24=']],
    ['__proto__', ['p']],
  ]);
});
