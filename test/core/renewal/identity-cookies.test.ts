import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isForgettable,
  keepNewest,
  parseIdentityCookie,
  readIdentityCookies,
} from '../../../src/core/renewal/identity-cookies.ts';
import {
  parseSnowplowId,
  printSnowplowId,
} from '../../../src/core/formats/snowplow/snowplow-cookies.ts';
import { cookieText } from './cookie-text.ts';
import { names, renewalOf, startSeconds } from './renewal-of.ts';

const d8aSession = 'S1.1.s1767124410$o71$g1$t1767129307$j59$d4dufp94dufp9';
const lately = `t${startSeconds}`;
const client = 'C1.1.265119741.1700000000';
const user = '7dcb1c5f-1111-4222-8333-444455556666';
const session = '0b8b6c2e-1111-4222-8333-444455556666';
const id = `${user}.1690000000.3.1699999940.1699990000.${session}.p.e.1699999000123.4`;

describe('an identity cookie', () => {
  test.each([
    ['_d8a', client],
    ['_d8a_G-ABC123', d8aSession],
    ['_d8a_a.b_c-D', `S1.1.s1$o2$${lately}`],
    ['_d8a_unknown-tokens', `S1.1.zfoo$${lately}$o2$s1$x`],
    ['_d8a_first-of-two', `S1.1.s1$s2$o1$o5$${lately}`],
    ['shop_d8a', client],
    ['shop_d8a_1', d8aSession],
    ['_sp_id.8809', id],
    ['_sp_id.8809', `.1690000000.3.1699999940..${session}....4`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940.1699990000`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940.1699990000.${session}`],
    ['_td', user],
    ['sp', user],
  ])('%s=%s is kept as it is', (name, value) => {
    expect(renewalOf({ [name]: value, '_sp_ses.8809': '*' })).toEqual({
      kept: { [name]: value },
      saved: { [name]: value },
    });
  });

  test.each([
    ['_d8a', 'C1.1.1'],
    ['_d8a', 'C1.1.1.2.3'],
    ['_d8a', 'C1.2.1.2'],
    ['_d8a', 'c1.1.1.2'],
    ['_d8a', ''],
    ['_d8a', '"C1.1.1.2"'],
    ['_d8a', 'C1.1.' + '1'.repeat(60) + '.2'],
    ['_d8a', d8aSession],
    ['_d8a_1', client],
    ['_d8a_1', 'S1.1.'],
    ['_d8a_1', 'S1.1.s1$o2'],
    ['_d8a_1', 'S1.1.s1$o2$tx'],
    ['_d8a_1', 'S1.1.s$o$t'],
    ['_d8a_1', 'S1.1.s1$o1e3$t3'],
    ['_d8a_1', 'S1.1.s1$o-1$t3'],
    ['_d8a_1', 'S1.1.s1$$o2$t3'],
    ['_d8a_1', 'S1.1.s1 $o2$t3'],
    ['_d8a_1', 'S1.1.s1$ o2$t3'],
    ['_d8a_1', 'S1.1.s1$o2$t3\n'],
    ['_d8a_1', 'S1.1.s1$o2$t3$'],
    ['_d8a_1', 'S1.1.s1$o2$t3$d%24'],
    ['_d8a_1', 'S1.1.s1$o2$t3$Zx'],
    ['_d8a_1', 'S1.1.s1$o2$t3$d' + 'x'.repeat(65)],
    ['_d8a_1', 'S1.1.s1$o2$t3' + ('$d' + 'x'.repeat(60)).repeat(9)],
    ['_d8a_1', 'S1.2.s1$o2$t3'],
    ['_d8a_', d8aSession],
    ['_d8a_a+b', d8aSession],
    ['_d8a_' + 'x'.repeat(65), d8aSession],
    ['_d8ax', d8aSession],
    ['other_d8a', client],
    ['other_d8a_1', d8aSession],
    ['_ga', client],
    ['_sp_id.8809', `${id}.extra`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940.1699990000.${session}.p.e.5`],
    ['_sp_id.8809', `${user}.x.3.1699999940.1699990000.${session}.p.e.5.4`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940.1699990000..p.e.5.4`],
    ['_sp_id.8809', `${user}.1690000000.-3.1699999940.1699990000.${session}.p.e.5.4`],
    ['_sp_id.8809', `${user}.1690000000.3e1.1699999940.1699990000.${session}.p.e.5.4`],
    ['_sp_id.8809', `u%20.1690000000.3.1699999940.1699990000.${session}.p.e.5.4`],
    ['_sp_id.8809', `${'x'.repeat(65)}.1690000000.3.1699999940.1699990000.${session}.p.e.5.4`],
    ['_sp_id.8809', `"${id}"`],
    ['_sp_id.8809', ''],
    ['_sp_id.880', id],
    ['_sp_id.88099', id],
    ['_sp_id.88G9', id],
    ['_sp_id.8809x', id],
    ['x_sp_id.8809', id],
    ['_sp_ses.8809', '*'],
    ['_sp_ses.8809', id],
    ['_td', 'undefined'],
    ['_td', 'member-42'],
    ['_td', user.toUpperCase()],
    ['_td', `${user}0`],
    ['_td', `${user.slice(0, -1)}`],
    ['_td2', user],
    ['__td_signed', 'true'],
    ['sp', '00000000-0000-0000-0000-000000000000'],
    ['sp', 'x'],
    ['spx', user],
  ])('%s=%s does not parse and is left alone', (name, value) => {
    expect(parseIdentityCookie(name, value, names)).toBeUndefined();
    expect(renewalOf({ [name]: value })).toEqual({ kept: {}, saved: {} });
  });

  test.each([
    ['shop_d8a', client],
    ['_sp_id.8809', id],
    ['_td', user],
    ['sp', user],
    ['', user],
  ])('%s is left alone unless it is configured', (name, value) => {
    const nothing = {
      d8aPrefixes: [''],
      snowplowPrefixes: [],
      snowplowOptOutCookie: '',
      treasureDataNames: [],
      collectorCookieName: '',
    };
    expect(parseIdentityCookie(name, value, nothing)).toBeUndefined();
    expect(isForgettable(name, nothing)).toBe(false);
  });

  test('is left alone when its name occurs twice', () => {
    const { kept } = renewalOf({ _d8a: [client, 'C1.1.1.2'], _d8a_1: d8aSession });
    expect(kept).toEqual({ _d8a_1: d8aSession });
  });

  test('is left alone beyond the 20 properties last used', () => {
    const sessions = Array.from({ length: 25 }, (_, index) => [
      `_d8a_p${index + 1}`,
      `S1.1.s1$o1$t${startSeconds + index}`,
    ]);
    const kept = Object.keys(renewalOf({ ...Object.fromEntries(sessions), _td: user }).kept);
    expect(kept).toHaveLength(21);
    expect(kept).toEqual(expect.arrayContaining(['_td', '_d8a_p6', '_d8a_p25']));
    expect(kept).not.toContain('_d8a_p5');
  });

  test('that tells a session counts with the others, whichever tracker wrote it', () => {
    const parsed = Object.entries({
      _d8a: client,
      _d8a_old: 'S1.1.s1$o1$t1699999939',
      '_sp_id.8809': id,
      _d8a_new: 'S1.1.s1$o1$t1699999941',
    }).flatMap(([name, value]) => parseIdentityCookie(name, value, names) ?? []);
    const left = (sessions: number) => keepNewest(parsed, sessions).map(({ name }) => name);
    expect(left(2)).toEqual(['_d8a', '_d8a_new', '_sp_id.8809']);
    expect(left(1)).toEqual(['_d8a', '_d8a_new']);
    expect(left(0)).toEqual(['_d8a']);
  });
});

test.each([
  ['_d8a', true],
  ['_d8a_P', true],
  ['_sp_id.8809', true],
  ['_sp_ses.8809', true],
  ['_td', true],
  ['sp', true],
  ['_sp_ses.88099', false],
  ['__td_signed', false],
  ['no_thanks', false],
  ['_ga', false],
  ['', false],
])('whether %s goes with the visitor: %j', (name, isGone) => {
  expect(isForgettable(name, names)).toBe(isGone);
});

describe('whatever a request carries', () => {
  test('is read without an exception, and only legal values come back', () => {
    const plain = { ...names, d8aPrefixes: [''] };
    fc.assert(
      fc.property(fc.array(fc.tuple(cookieText, cookieText)), (pairs) => {
        const values = new Map(pairs.map(([name, value]) => [`_d8a${name}`, [value]]));
        const cookies = {
          names: [...values.keys()],
          valuesOf: (name: string) => values.get(name) ?? [],
        };
        for (const { name, value } of readIdentityCookies(cookies, plain)) {
          expect(name).toMatch(/^_d8a(_[A-Za-z0-9._-]{1,64})?$/);
          expect(value).toMatch(/^(C1\.1\.\d+\.\d+|S1\.1\.[a-z][\w.-]*(\$[a-z][\w.-]*)*)$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of Snowplow reads back as printed, where it parses', () => {
    const field = fc.oneof(
      fc.constantFrom('', user, session, '1', '1700000000', '-1', 'x', '1.5', '%20', 'undefined'),
      fc.string({ maxLength: 12 }),
    );
    const step = { nowMillis: 0, visitCount: 1, sessionId: 'none' };
    fc.assert(
      fc.property(fc.array(field, { minLength: 4, maxLength: 11 }), (fields) => {
        const value = fields.join('.');
        if (parseIdentityCookie('_sp_id.8809', value, names) === undefined) return;
        const parsed = parseSnowplowId(value, step);
        expect(parsed).toBeDefined();
        if (value.split('.').length === 10 && parsed)
          expect(Number(printSnowplowId(parsed).split('.')[9])).toBe(Number(fields.at(-1)));
      }),
    );
  });
});
