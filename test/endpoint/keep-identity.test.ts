import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIdentityCookie } from '../../src/core/renewal/identity-cookies.ts';
import { cookieText } from '../core/renewal/cookie-text.ts';
import { ask, plainNames, startSeconds, Visitor } from './visitor.ts';

const client = 'C1.1.265119741.1700000000';
const d8aSession = 'S1.1.s1767124410$o71$g1$t1767129307$j59$d4dufp94dufp9';
const user = '7dcb1c5f-1111-4222-8333-444455556666';
const session = '0b8b6c2e-1111-4222-8333-444455556666';
const id = `${user}.1690000000.3.1699999940.1699990000.${session}.p.e.1699999000123.4`;
const names = { snowplowPrefixes: ['_sp_'], treasureDataNames: ['_td'], collectorCookieName: 'sp' };

function visitorWith(cookies: Record<string, string>, configuration: object = names): Visitor {
  const visitor = new Visitor(configuration);
  visitor.cookies = cookies;
  return visitor;
}

describe('an identity cookie', () => {
  test.each([
    ['_d8a', client],
    ['_d8a_G-ABC123', d8aSession],
    ['shop_d8a', client],
    ['_sp_id.8809', id],
    ['_td', user],
    ['sp', user],
  ])('%s=%s is renewed as it is', async (name, value) => {
    const cookies = { [name]: value, '_sp_ses.8809': '*' };
    const visitor = visitorWith(cookies, { ...names, d8aPrefixes: ['', 'shop_'] });
    const set = await visitor.ask('/id.gif');
    expect(set).toHaveProperty([name], value);
    expect(set).not.toHaveProperty(['_sp_ses.8809']);
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
    ['_d8a_1', 'S1.1.s1$o2$tx'],
    ['_d8a_a+b', d8aSession],
    ['_ga', client],
    ['_sp_id.8809', `${id}.extra`],
    ['_sp_ses.8809', '*'],
    ['_td', 'member-42'],
    ['sp', '00000000-0000-0000-0000-000000000000'],
  ])('%s=%s does not parse and is left alone', async (name, value) => {
    const set = await visitorWith({ [name]: value }).ask('/id.gif');
    expect(Object.keys(set)).toEqual(['first_party_id', '_td_ssc_id']);
  });

  test('is left alone when its name occurs twice', async () => {
    const cookie = `_d8a=${client}; _d8a_1=${d8aSession}; _d8a=C1.1.1.2`;
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

  test('is set again only where it parses, value for value', async () => {
    const legal = cookieText.map((value) => value.replace(/[^\x21-\x7e]|[;,"\\]/g, ''));
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
