import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIdentityCookie } from '../../src/endpoint/identity-cookies.ts';
import {
  parseSnowplowId,
  printSnowplowId,
} from '../../src/core/formats/snowplow/snowplow-cookies.ts';
import { ask, plainNames, startSeconds, Visitor } from './visitor.ts';

const user = '7dcb1c5f-1111-4222-8333-444455556666';
const session = '0b8b6c2e-1111-4222-8333-444455556666';
const id = `${user}.1690000000.3.1699999940.1699990000.${session}.p.e.1699999000123.4`;
const names = { snowplowPrefixes: ['_sp_'], treasureDataNames: ['_td'], collectorCookieName: 'sp' };

function visitorWith(cookies: Record<string, string>, configuration: object = names): Visitor {
  const visitor = new Visitor(configuration);
  visitor.cookies = cookies;
  return visitor;
}

describe('a cookie of another tracker', () => {
  test.each([
    ['_sp_id.8809', id],
    ['_sp_id.8809', `.1690000000.3.1699999940..${session}....4`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940.1699990000`],
    ['_sp_id.8809', `${user}.1690000000.3.1699999940.1699990000.${session}`],
    ['_td', user],
    ['sp', user],
  ])('%s=%s is renewed as it is', async (name, value) => {
    const visitor = visitorWith({ [name]: value, '_sp_ses.8809': '*' });
    const set = await visitor.ask('/id.gif');
    expect(set).toHaveProperty([name], value);
    expect(set).not.toHaveProperty(['_sp_ses.8809']);
  });

  test.each([
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
  ])('%s=%s does not parse and is left alone', async (name, value) => {
    const set = await visitorWith({ [name]: value }).ask('/id.gif');
    expect(Object.keys(set)).toEqual(['first_party_id', '_td_ssc_id']);
  });

  test.each([
    ['_sp_id.8809', id],
    ['_td', user],
    ['sp', user],
  ])('%s is left alone unless it is configured', async (name, value) => {
    const set = await visitorWith({ [name]: value }, {}).ask('/id.gif');
    expect(Object.keys(set)).toEqual(['first_party_id', '_td_ssc_id']);
  });

  test('has the attributes that its tracker gives it', async () => {
    const visitor = new Visitor(names);
    const cookie = `_sp_id.8809=${id}; _sp_ses.8809=*; _td=${user}; sp=${user}`;
    const response = await ask(visitor.handler, '/id.gif', {
      'sec-fetch-site': 'same-site',
      cookie,
    });
    const place = 'Path=/; Max-Age=63072000; Domain=example.com';
    expect(response.headers.getSetCookie()).toEqual(
      expect.arrayContaining([
        `_sp_id.8809=${id}; ${place}; SameSite=Lax; Secure`,
        `_td=${user}; ${place}; SameSite=None; Secure`,
        `sp=${user}; ${place}; SameSite=None; Secure; HttpOnly`,
      ]),
    );
  });

  test('is told to a script only where a script may read it', async () => {
    const visitor = new Visitor(names);
    const headers = {
      'sec-fetch-site': 'same-site',
      origin: 'https://www.example.com',
      cookie: `_td=${user}; sp=${session}`,
    };
    const request = new Request('https://id.example.com/id', { method: 'POST', headers });
    const text = await (await visitor.handler(request)).text();
    expect(text).toContain(user);
    expect(text).not.toContain(session);
  });
});

describe('Snowplow’s id cookie', () => {
  test('comes back when it is lost, and its session’s cookie does not', async () => {
    const visitor = visitorWith({ '_sp_id.8809': id, '_sp_ses.8809': '*', _td: user, sp: user });
    await visitor.ask('/id.gif');
    for (const name of ['_sp_id.8809', '_sp_ses.8809', '_td', 'sp']) visitor.lose(name);
    const set = await visitor.ask('/id.gif');
    expect(set).toMatchObject({ '_sp_id.8809': id, _td: user, sp: user });
    expect(set).not.toHaveProperty(['_sp_ses.8809']);
  });

  test('without its session’s cookie is left to whoever starts the next, and backed up so', async () => {
    const visitor = visitorWith({ '_sp_id.8809': id });
    expect(await visitor.ask('/id.gif')).not.toHaveProperty(['_sp_id.8809']);
    visitor.lose('_sp_id.8809');
    const { '_sp_id.8809': restored } = await visitor.ask('/id.gif');
    const [duid, created, visits, now, last, , previous, , , events] = `${restored}`.split('.');
    expect([duid, created, visits, previous]).toEqual([user, '1690000000', '4', session]);
    expect([now, last, events]).toEqual([`${startSeconds}`, '1699999940', '0']);
  });

  test('of which no event is counted yet is not set back under a tracker', async () => {
    const fresh = `${user}.1700000000.1.1700000000..${session}....0`;
    const visitor = visitorWith({ '_sp_id.8809': fresh, '_sp_ses.8809': '*' });
    expect(await visitor.ask('/id.gif')).not.toHaveProperty(['_sp_id.8809']);
  });
});

describe('a visitor who has said no to a tracker', () => {
  const cookies = { '_sp_id.8809': id, '_sp_ses.8809': '*', _td: user, sp: user };

  test('in the SDK’s anonymous mode does not get its client ID back', async () => {
    const visitor = visitorWith({ ...cookies });
    await visitor.ask('/id.gif');
    visitor.lose('_td');
    visitor.cookies['__td_signed'] = 'false';
    expect(await visitor.ask('/id.gif')).not.toHaveProperty('_td');
    visitor.cookies['__td_signed'] = 'true';
    expect(await visitor.ask('/id.gif')).not.toHaveProperty('_td');
  });

  test('in the opt-out cookie does not get Snowplow’s cookies back', async () => {
    const visitor = visitorWith({ ...cookies }, { ...names, snowplowOptOutCookie: 'no_thanks' });
    await visitor.ask('/id.gif');
    for (const name of ['_sp_id.8809', '_sp_ses.8809', 'sp']) visitor.lose(name);
    visitor.cookies['no_thanks'] = '0';
    const set = await visitor.ask('/id.gif');
    expect(Object.keys(set).sort()).toEqual([
      '_td',
      '_td_ssc_id',
      'first_party_backup',
      'first_party_id',
    ]);
    visitor.lose('no_thanks');
    expect(await visitor.ask('/id.gif')).not.toHaveProperty(['_sp_id.8809']);
  });
});

test('forget expires the cookies of all trackers, those that tell a session too', async () => {
  const visitor = visitorWith({
    '_sp_id.8809': id,
    '_sp_ses.8809': '*',
    _td: user,
    sp: user,
    other: '1',
  });
  await visitor.ask('/forget.gif');
  expect(visitor.cookies).toEqual({ other: '1' });
});

test('whatever a cookie holds, what is renewed reads back as printed', () => {
  const field = fc.oneof(
    fc.constantFrom('', user, session, '1', '1700000000', '-1', 'x', '1.5', '%20', 'undefined'),
    fc.string({ maxLength: 12 }),
  );
  const step = { nowMillis: 0, visitCount: 1, sessionId: 'none' };
  const all = { ...plainNames, ...names };
  fc.assert(
    fc.property(fc.array(field, { minLength: 4, maxLength: 11 }), (fields) => {
      const value = fields.join('.');
      if (parseIdentityCookie('_sp_id.8809', value, all) === undefined) return;
      const parsed = parseSnowplowId(value, step);
      expect(parsed).toBeDefined();
      if (value.split('.').length === 10 && parsed)
        expect(Number(printSnowplowId(parsed).split('.')[9])).toBe(Number(fields.at(-1)));
    }),
  );
});
