import { describe, expect, test } from '@jest/globals';
import { isForAllSites, isHidden } from '../../../src/core/renewal/plan-renewal.ts';
import { parseIdentityCookie } from '../../../src/core/renewal/identity-cookies.ts';
import { names, newSessionId, renewalOf, startSeconds } from './renewal-of.ts';

const client = 'C1.1.265119741.1700000000';
const user = '7dcb1c5f-1111-4222-8333-444455556666';
const session = '0b8b6c2e-1111-4222-8333-444455556666';
const id = `${user}.1690000000.3.1699999940.1699990000.${session}.p.e.1699999000123.4`;
const started = `${user}.1690000000.4.${startSeconds}.1699999940.${newSessionId}.${session}...0`;

function d8aSession(atSeconds: number): string {
  return `S1.1.s1699990000$o7$g1$t${atSeconds}$j5$dabc$zkept`;
}
const nextD8aSession = `S1.1.s${startSeconds}$o8$g0$t${startSeconds}$j0$d123$zkept`;

describe('a session of d8a', () => {
  test.each([
    ['exactly the timeout ago', 1800],
    ['just now', 0],
    ['before the clock went back', -500],
  ])('last used %s goes on', (_, seconds) => {
    const value = d8aSession(startSeconds - seconds);
    expect(renewalOf({ _d8a_P: value })).toEqual({
      kept: { _d8a_P: value },
      saved: { _d8a_P: value },
    });
  });

  test('that is over is not set, which a tracker may be rolling over, and backed up rolled over', () => {
    expect(renewalOf({ _d8a_P: d8aSession(startSeconds - 1801) })).toEqual({
      kept: {},
      saved: { _d8a_P: nextD8aSession },
    });
  });

  test('that is lost comes back as it was before, and is backed up as the next hit leaves it', () => {
    const value = d8aSession(startSeconds - 86_400);
    expect(renewalOf({}, { _d8a: client, _d8a_P: value })).toEqual({
      kept: { _d8a: client, _d8a_P: value },
      saved: { _d8a: client, _d8a_P: nextD8aSession },
    });
  });
});

describe('Snowplow’s id cookie', () => {
  test('without its session’s cookie is left to whoever starts the next, and backed up so', () => {
    expect(renewalOf({ '_sp_id.8809': id })).toEqual({
      kept: {},
      saved: { '_sp_id.8809': started },
    });
  });

  test('goes by the session’s cookie of its own digits', () => {
    expect(renewalOf({ '_sp_id.8809': id, '_sp_ses.1fff': '*' }).kept).toEqual({});
    expect(renewalOf({ '_sp_id.8809': id, '_sp_ses.8809': '' }).kept).toEqual({
      '_sp_id.8809': id,
    });
  });

  test('of which no event is counted yet is not set back under a tracker', () => {
    const fresh = `${user}.1700000000.1.1700000000..${session}....0`;
    expect(renewalOf({ '_sp_id.8809': fresh, '_sp_ses.8809': '*' })).toEqual({
      kept: {},
      saved: { '_sp_id.8809': fresh },
    });
  });
});

describe('a backup', () => {
  test('gives way to what the request carries', () => {
    const value = d8aSession(startSeconds);
    expect(renewalOf({ _d8a: 'C1.1.1.2', _d8a_P: value }, { _d8a: client })).toEqual({
      kept: { _d8a: 'C1.1.1.2', _d8a_P: value },
      saved: { _d8a: 'C1.1.1.2', _d8a_P: value },
    });
  });

  test.each([['C1.1.broken'], [['C1.1.1.2', 'C1.1.3.4']]])(
    'is neither restored over %j nor given up',
    (inTheWay) => {
      expect(renewalOf({ _d8a: inTheWay }, { _d8a: client })).toEqual({
        kept: {},
        saved: { _d8a: client },
      });
    },
  );
});

describe('a visitor who has said no to a tracker', () => {
  const d8a = { _d8a: client };
  const treasureData = { _td: user };
  const snowplow = { '_sp_id.8809': id, sp: user };
  const backedUp = { ...d8a, ...treasureData, ...snowplow };
  const cookies = { ...backedUp, '_sp_ses.8809': '*' };

  test.each([
    ['says nothing', {}, { ...d8a, ...treasureData, ...snowplow }],
    ['is in signed mode', { __td_signed: 'true' }, { ...d8a, ...treasureData, ...snowplow }],
    ['is in anonymous mode', { __td_signed: 'false' }, { ...d8a, ...snowplow }],
    ['is in both modes', { __td_signed: ['true', 'false'] }, { ...d8a, ...snowplow }],
    ['opts out, whatever it says', { no_thanks: '0' }, { ...d8a, ...treasureData }],
    ['has an empty opt-out', { no_thanks: '' }, { ...d8a, ...treasureData, ...snowplow }],
    ['opts out once', { no_thanks: ['', 'x'] }, { ...d8a, ...treasureData }],
    ['says both', { no_thanks: '1', __td_signed: 'false' }, d8a],
  ])('keeps the others: one who %s', (_, said, kept) => {
    expect(renewalOf({ ...cookies, ...said })).toEqual({ kept, saved: kept });
    const restored = renewalOf(said, backedUp);
    expect(restored.kept).toEqual(kept);
    expect(Object.keys(restored.saved).sort()).toEqual(Object.keys(kept).sort());
  });

  test('is not looked for under an opt-out cookie without a name', () => {
    const { kept } = renewalOf({ ...cookies, no_thanks: '1' }, {}, { snowplowOptOutCookie: '' });
    expect(kept).toHaveProperty(['_sp_id.8809']);
  });
});

test.each([
  ['_d8a', client, false, false],
  ['_d8a_P', d8aSession(startSeconds), false, false],
  ['_sp_id.8809', id, false, false],
  ['_td', user, false, true],
  ['sp', user, true, true],
])('%s has the attributes of its tracker', (name, value, hidden, forAllSites) => {
  const cookies = [parseIdentityCookie(name, value, names)].flatMap((cookie) => cookie ?? []);
  expect(cookies.map(isHidden)).toEqual([hidden]);
  expect(cookies.map(isForAllSites)).toEqual([forAllSites]);
});
