import { describe, expect, test } from '@jest/globals';
import { key, startSeconds, Visitor } from './visitor.ts';

const names = ['first_party_id', '_td_ssc_id'];

async function knownVisitor(changes = {}): Promise<Visitor> {
  const visitor = new Visitor({ renewalDays: 7, ...changes });
  await visitor.ask('/id.gif');
  return visitor;
}

describe('within the renewal window', () => {
  test('the server id is not set again; after it, it is', async () => {
    const visitor = await knownVisitor();
    const id = visitor.cookies['_td_ssc_id'];
    for (const day of [0, 1, 6]) {
      visitor.nowSeconds = startSeconds + day * 86_400;
      expect(await visitor.ask('/id.gif')).toEqual({});
    }
    visitor.nowSeconds = startSeconds + 7 * 86_400;
    expect(Object.keys(await visitor.ask('/id.gif'))).toEqual(names);
    expect(visitor.cookies['_td_ssc_id']).toBe(id);
    expect(await visitor.ask('/id.gif')).toEqual({});
  });

  test.each([
    ['its mirror is lost', (visitor: Visitor) => visitor.lose('_td_ssc_id')],
    ['its mirror is damaged', (visitor: Visitor) => (visitor.cookies['_td_ssc_id'] = 'x')],
    ['the clock goes back', (visitor: Visitor) => visitor.wait(-30)],
    ['the clock goes far ahead', (visitor: Visitor) => visitor.wait(40_000)],
    ['the clock goes back before 2001', (visitor: Visitor) => visitor.wait(-9_000)],
  ])('it is set again when %s', async (_, change) => {
    const visitor = await knownVisitor();
    const id = visitor.cookies['_td_ssc_id'];
    change(visitor);
    expect(Object.keys(await visitor.ask('/id.gif'))).toEqual(names);
    expect(visitor.cookies['_td_ssc_id']).toBe(id);
  });

  test('it is set again with a newer key', async () => {
    const before = await knownVisitor();
    const after = new Visitor({
      renewalDays: 7,
      keys: ['a newer secret of more than 32 bytes', key],
    });
    after.cookies = before.cookies;
    expect(Object.keys(await after.ask('/id.gif'))).toEqual(names);
    expect(await after.ask('/id.gif')).toEqual({});
  });
});

test('a rotation of keys loses no visitor: old and new sign, then new alone', async () => {
  const [older, newer] = [key, 'a newer secret of more than 32 bytes'];
  const visitors = await Promise.all(
    Array.from({ length: 20 }, () => knownVisitor({ renewalDays: 0 })),
  );
  const ids = visitors.map(({ cookies }) => cookies['_td_ssc_id']);
  const steps = [[older, newer], [newer, older], [newer]];
  for (const keys of steps) {
    for (const [index, { cookies }] of visitors.entries()) {
      const next = new Visitor({ keys });
      next.cookies = { ...cookies, _d8a: 'C1.1.1.2' };
      await next.ask('/id.gif');
      visitors[index] = next;
    }
    expect(visitors.map(({ cookies }) => cookies['_td_ssc_id'])).toEqual(ids);
  }
});

test('the name of the server cookie is configured', async () => {
  const visitor = new Visitor({ serverCookieName: 'shop_id' });
  const first = await visitor.ask('/id.gif');
  expect(Object.keys(first)).toEqual(['shop_id', '_td_ssc_id']);
  expect((await visitor.ask('/id.gif'))['_td_ssc_id']).toBe(first['_td_ssc_id']);
  expect(await visitor.ask('/forget.gif')).toMatchObject({ shop_id: null });
  expect(visitor.cookies).toEqual({});
});
