import { describe, expect, test } from '@jest/globals';
import { decodeCookie } from '../../src/demo/page/decode-cookie.ts';

const now = 1_700_000_000;
const session = `S1.1.s${now - 130}$o3$g1$t${now - 65}$j2$dabc`;

describe('decodeCookie', () => {
  test.each([
    [
      '_d8a',
      `C1.1.12345.${now - 86_400 * 2}`,
      { 'Client ID': `12345.${now - 172_800}`, Made: '2 days ago' },
    ],
    ['_d8a', 'C1.1.x', { Value: 'not in a form that the tag reads' }],
    ['_d8a', '', { Value: 'not in a form that the tag reads' }],
    [
      '_d8a_demo',
      session,
      {
        Started: '2 minutes ago',
        Session: '3rd of this visitor',
        Hits: '3rd hit',
        'Last hit': '1 minute ago',
        Engaged: 'yes',
      },
    ],
    [
      '_d8a_demo',
      `S1.1.o12$g0$j10`,
      { Session: '12th of this visitor', Hits: '11th hit', Engaged: 'not yet' },
    ],
    ['_d8a_demo', `S1.1.g0$zkept`, { Engaged: 'not yet', 'Token z': 'kept' }],
    ['_d8a_demo', `S1.1.onine$t${now + 3600}`, { 'Last hit': 'in 1 hour', Engaged: 'not yet' }],
    ['_d8a_demo', 'GS1.1', { Value: 'not in a form that the tag reads' }],
    [
      '_td_ssc_id',
      'any',
      { 'Kept by': 'the endpoint, which signs it in a cookie no script can see' },
    ],
    ['first_party_x', 'any', { Value: 'not in a form that the tag reads' }],
  ])('says what %s=%s holds', (name, value, expected) => {
    const { parts } = decodeCookie(name, value, now);
    expect(Object.fromEntries(parts.map(({ label, text }) => [label, text]))).toEqual(expected);
  });

  test('keeps name and value as they are', () => {
    expect(decodeCookie('_d8a', '<b>', now)).toMatchObject({ name: '_d8a', value: '<b>' });
  });
});
