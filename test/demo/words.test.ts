import { expect, test } from '@jest/globals';
import { isDemoCookie } from '../../src/demo/page/cookie-names.ts';
import { readOwnCookies } from '../../src/demo/page/own-cookies.ts';
import { explainCall } from '../../src/demo/page/request-log.ts';
import { ordinal, timeAgo } from '../../src/demo/page/time-words.ts';

test.each([
  [0, 'just now'],
  [4, 'just now'],
  [5, '5 seconds ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [3599, '59 minutes ago'],
  [7200, '2 hours ago'],
  [86_400, 'yesterday'],
  [-120, 'in 2 minutes'],
])('%i seconds before now is %s', (seconds, expected) => {
  expect(timeAgo(1000 - seconds, 1000)).toBe(expected);
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [21, '21st'],
  [113, '113th'],
])('the ordinal of %i is %s', (number, expected) => {
  expect(ordinal(number)).toBe(expected);
});

test.each([
  ['_d8a', true],
  ['_d8a_demo', true],
  ['_td_ssc_id', true],
  ['first_party_id', true],
  ['first_party_backup', true],
  ['_d8ax', false],
  ['session', false],
])('whether %s is a cookie of the demo: %s', (name, expected) => {
  expect(isDemoCookie(name)).toBe(expected);
});

test('cookies of other projects on this host are not shown', () => {
  expect(readOwnCookies('sid=1; _d8a_demo=b=c; _d8a=a')).toEqual([
    ['_d8a', 'a'],
    ['_d8a_demo', 'b=c'],
  ]);
  expect(readOwnCookies('')).toEqual([]);
});

test.each([
  [['consent_granted', 'client_id_promoted', 'session_new'], 'Consent was granted.'],
  [
    ['client_id_stored', 'session_restored', 'session_continued'],
    'The session cookie was missing, and came back.',
  ],
  [['consent_withdrawn', 'erased'], 'Consent was withdrawn.'],
  [['client_id_stored', 'session_continued'], 'A cookie of the endpoint was missing.'],
])('a call with the reasons %j is explained', (reasons, expected) => {
  expect(explainCall(reasons)).toBe(expected);
});
