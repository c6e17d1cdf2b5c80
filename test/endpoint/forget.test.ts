import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../src/endpoint/handler.ts';
import { ask, configuration, imageHeaders, key, Visitor } from './visitor.ts';

const serverCookies = ['first_party_id', '_td_ssc_id', 'first_party_backup'];

/** The names an answer removes on the domain, and on the host alone. */
function removals(response: Response) {
  const lines = response.headers.getSetCookie();
  expect(lines.every((line) => /^[^=]+=; Path=\/; Max-Age=0; /.test(line))).toBe(true);
  const names = (isDomain: boolean) =>
    lines
      .filter((line) => line.includes('; Domain=example.com;') === isDomain)
      .map((line) => line.split('=')[0]);
  return { onDomain: names(true), onHost: names(false) };
}

describe('forget', () => {
  test('removes what the request carries, on the domain and on the host', async () => {
    const { handler } = new Visitor();
    const cookie = '_d8a=C1.1.1.2; _d8a_P=malformed; _d8a_Q=a; _d8a_Q=b; _ga=GA1.1.1.1; a_d8a=x';
    const response = await ask(handler, '/forget.gif', { ...imageHeaders, cookie });
    const names = [...serverCookies, '_d8a', '_d8a_P', '_d8a_Q'];
    expect(removals(response)).toEqual({ onDomain: names, onHost: names });
  });

  test('removes what only the backup knows, so that nothing comes back', async () => {
    const visitor = new Visitor();
    visitor.cookies = { _d8a: 'C1.1.1.2', _d8a_P: 'S1.1.s1$o2$t3' };
    await visitor.ask('/id.gif');
    visitor.lose('_d8a', '_d8a_P');
    expect(await visitor.ask('/forget.gif')).toMatchObject({ _d8a: null, _d8a_P: null });
    expect(visitor.cookies).toEqual({});
  });

  test('removes the cookies of all trackers, those that tell a session too', async () => {
    const user = '7dcb1c5f-1111-4222-8333-444455556666';
    const visitor = new Visitor({
      snowplowPrefixes: ['_sp_'],
      treasureDataNames: ['_td'],
      collectorCookieName: 'sp',
    });
    visitor.cookies = {
      '_sp_id.8809': `${user}.1690000000.3.1699999940.1699990000`,
      '_sp_ses.8809': '*',
      _td: user,
      sp: user,
      other: '1',
    };
    await visitor.ask('/forget.gif');
    expect(visitor.cookies).toEqual({ other: '1' });
  });

  test('mints nothing when there is nothing to forget', async () => {
    const response = await ask(createHandler(configuration), '/forget.gif');
    expect(response.status).toBe(200);
    expect(removals(response)).toEqual({ onDomain: serverCookies, onHost: serverCookies });
  });

  test('removes host-only cookies once', async () => {
    const origin = 'http://localhost:3000';
    const handler = createHandler({
      sites: [{ origins: [origin], cookieDomain: '' }],
      keys: [key],
    });
    const request = new Request('http://localhost:8080/forget.gif', { headers: { origin } });
    const response = await handler(request);
    expect(removals(response)).toEqual({ onDomain: [], onHost: serverCookies });
  });

  test('gives a visitor who comes back a new id', async () => {
    const visitor = new Visitor();
    const before = await visitor.ask('/id.gif');
    await visitor.ask('/forget.gif');
    const after = await visitor.ask('/id.gif');
    expect(after['_td_ssc_id']).not.toBe(before['_td_ssc_id']);
  });
});
