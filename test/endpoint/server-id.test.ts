import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../src/endpoint/handler.ts';
import { createKeyring } from '../../src/endpoint/keyring.ts';
import { printServerId, readServerId } from '../../src/endpoint/server-id.ts';
import { ask, configuration, key, startSeconds, Visitor } from './visitor.ts';

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const keyring = createKeyring([key]);
const site = 'example.com';
const day = 19_675;

describe('the server id', () => {
  test('is a signed HttpOnly cookie and a readable mirror', async () => {
    const handler = createHandler(configuration, {
      randomUuid: () => uuid,
      nowMillis: () => startSeconds * 1000,
    });
    const signature = await keyring.sign(`id:example.com:${uuid}.${day}`);
    const scope = 'Path=/; Max-Age=63072000; Domain=example.com; SameSite=Lax; Secure';
    expect((await ask(handler, '/id.gif')).headers.getSetCookie()).toEqual([
      `first_party_id=${uuid}.${day}.${signature}; ${scope}; HttpOnly`,
      `_td_ssc_id=${uuid}; ${scope}`,
    ]);
  });

  test('lives as long as configured', async () => {
    const lines = (await ask(createHandler({ ...configuration, maxAgeDays: 90 }), '/id.gif'))
      .headers;
    expect(lines.getSetCookie()[0]).toContain('Max-Age=7776000;');
  });

  test('is minted as a new UUID v4 for each new visitor', async () => {
    const [one, other] = [await new Visitor().ask('/id.gif'), await new Visitor().ask('/id.gif')];
    expect(one['_td_ssc_id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
    expect(one['_td_ssc_id']).not.toBe(other['_td_ssc_id']);
  });

  test.each([
    ['lost', undefined],
    ['forged', '11111111-1111-4111-8111-111111111111'],
    ['damaged', 'x'],
  ])('repairs a mirror that is %s', async (_, mirror) => {
    const visitor = new Visitor();
    const first = await visitor.ask('/id.gif');
    visitor.lose('_td_ssc_id');
    if (mirror !== undefined) visitor.cookies['_td_ssc_id'] = mirror;
    expect(await visitor.ask('/id.gif')).toEqual(first);
  });

  test('is not taken from the mirror', async () => {
    const visitor = new Visitor();
    visitor.cookies = { _td_ssc_id: uuid };
    expect((await visitor.ask('/id.gif'))['_td_ssc_id']).not.toBe(uuid);
  });

  test('is new when the signed cookie is forged', async () => {
    const visitor = new Visitor();
    const first = await visitor.ask('/id.gif');
    const [, ...signed] = (first['first_party_id'] ?? '').split('.');
    visitor.cookies['first_party_id'] = [uuid, ...signed].join('.');
    const second = await visitor.ask('/id.gif');
    expect([uuid, first['_td_ssc_id']]).not.toContain(second['_td_ssc_id']);
  });

  test('survives a forged cookie of the same name beside it', async () => {
    const visitor = new Visitor();
    const first = await visitor.ask('/id.gif');
    const cookie = `first_party_id=forged; first_party_id=${first['first_party_id']}`;
    expect((await visitor.ask('/id.gif', { cookie }))['_td_ssc_id']).toBe(first['_td_ssc_id']);
  });

  test('is signed anew with the first key after a rotation', async () => {
    const visitor = new Visitor();
    const first = await visitor.ask('/id.gif');
    const rotated = new Visitor({ keys: ['a newer secret of more than 32 bytes', key] });
    rotated.cookies = visitor.cookies;
    const second = await rotated.ask('/id.gif');
    expect(second['_td_ssc_id']).toBe(first['_td_ssc_id']);
    expect(second['first_party_id']).not.toBe(first['first_party_id']);
  });
});

const forged = 'A'.repeat(43);
test.each([
  '',
  '.',
  '..',
  uuid,
  `${uuid}.1.`,
  `${uuid}.${forged}`,
  `${uuid}.1.${forged}`,
  `x.1.${forged}`,
])('reads no id in %j', async (value) => {
  expect(await readServerId([value], site, keyring)).toBeUndefined();
});

test.each(['Not-a-uuid', uuid.toUpperCase(), uuid.replace('-4', '-1')])(
  'reads no id in %j, even when it is signed',
  async (text) => {
    expect(
      await readServerId([await printServerId({ id: text, day }, site, keyring)], site, keyring),
    ).toBeUndefined();
  },
);

test('reads no id with anything behind the signature, or for another site', async () => {
  const value = await printServerId({ id: uuid, day }, site, keyring);
  expect(await readServerId([value + '.x'], site, keyring)).toBeUndefined();
  expect(await readServerId([value], site, keyring)).toEqual({
    id: uuid,
    day,
    value,
    keyAge: 'newest',
  });
  expect(await readServerId([value], 'other.org', keyring)).toBeUndefined();
});
