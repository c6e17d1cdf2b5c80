import { describe, expect, test } from '@jest/globals';
import { useEndpointVisitor } from './endpoint-visitor.ts';
import { IDENTITY_COOKIES } from './identity-cookies.ts';
import { startTagSite } from './tag-site.ts';
import { cookieNamed, cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built template and the endpoint together: what the endpoint brings back.

const DAY_SECONDS = 86_400;

const world = useWorld(startTagSite);
const visitor = useEndpointVisitor(world);
const { view, lose } = visitor;

describe('a cookie that is gone while the visitor is known', () => {
  test('is the session: it comes back with its count and goes on', async () => {
    const first = await view();
    await lose('_d8a_P');
    const back = await view({}, 60);
    const { clientId, sessionId } = first;
    expect(back).toMatchObject({
      clientId,
      sessionId,
      sessionNumber: 1,
      hitNumber: 2,
      requests: ['/fpid/id.gif'],
      reasons: expect.arrayContaining(['session_restored', 'session_continued']),
    });
    expect((await cookieNamed(visitor.page, '_d8a_P')).value).toMatch(`S1.1.s${sessionId}$o1$`);
    expect((await view()).requests).toEqual([]);
  });

  test('is the session after weeks: it comes back with its count and rolls over', async () => {
    const first = await view();
    const second = await view({}, DAY_SECONDS);
    expect(second.sessionNumber).toBe(2);
    await view();
    await lose('_d8a_P');
    const third = await view({}, 60 * DAY_SECONDS);
    expect(third).toMatchObject({
      clientId: first.clientId,
      sessionNumber: 3,
      hitNumber: 1,
      isNewSession: true,
      requests: ['/fpid/id.gif'],
      reasons: expect.arrayContaining(['session_restored', 'session_expired']),
    });
    expect((await cookieNamed(visitor.page, '_d8a_P')).value).toMatch(/\$o3\$/);
    expect(await view()).toMatchObject({ requests: [], sessionNumber: 3, hitNumber: 2 });
    expect((await view({}, 1801)).sessionNumber).toBe(4);
  });

  test('is the client cookie: it comes back', async () => {
    const first = await view();
    await lose('_d8a');
    const { clientId, sessionId } = first;
    expect(await view({}, 60)).toMatchObject({
      clientId,
      sessionId,
      hitNumber: 2,
      source: 'restored',
      requests: ['/fpid/id.gif'],
    });
    expect((await cookieNamed(visitor.page, '_d8a')).value).toBe(`C1.1.${clientId}`);
  });

  test('is both: the visitor keeps the client ID and the count', async () => {
    const first = await view();
    await lose('_d8a', '_d8a_P');
    const back = await view({}, 8 * DAY_SECONDS);
    expect(back).toMatchObject({
      clientId: first.clientId,
      serverId: first.serverId,
      sessionNumber: 2,
      source: 'restored',
      requests: ['/fpid/id.gif'],
      reasons: expect.arrayContaining(['client_id_restored', 'session_restored']),
    });
    expect((await cookieNamed(visitor.page, '_d8a')).value).toBe(`C1.1.${first.clientId}`);
    expect((await view()).requests).toEqual([]);
  });

  test.each(['_d8a', '_d8a_P'])('is there but damaged: %s comes back', async (name) => {
    const { clientId } = await view();
    const damaged = `${name}=%E0%A4%A; Path=/; Domain=example.com; Secure`;
    await visitor.page.evaluate((cookie) => void (document.cookie = cookie), damaged);
    const back = await view({}, 60);
    expect(back).toMatchObject({ clientId, sessionNumber: 1, requests: ['/fpid/id.gif'] });
    expect(back.hitNumber).toBe(2);
    expect((await view()).requests).toEqual([]);
    expect(await cookieNames(visitor.page)).toEqual(IDENTITY_COOKIES);
  });

  test("is the server's readable id: the same one is there again", async () => {
    const { clientId, serverId } = await view();
    await lose('_td_ssc_id');
    const again = await view();
    expect(again).toMatchObject({ clientId, serverId, hitNumber: 2, requests: ['/fpid/id.gif'] });
    expect((await cookieNamed(visitor.page, '_td_ssc_id')).value).toBe(serverId);
  });

  test('is everything: the visitor is new', async () => {
    const first = await view();
    await visitor.page.context().clearCookies();
    const next = await view();
    expect(next).toMatchObject({ sessionNumber: 1, source: 'new', requests: ['/fpid/id.gif'] });
    expect(next.clientId).not.toBe(first.clientId);
    expect(next.serverId).not.toBe(first.serverId);
  });
});
