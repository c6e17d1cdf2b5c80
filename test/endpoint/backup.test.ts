import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIdentityCookie } from '../../src/core/renewal/identity-cookies.ts';
import { printBackup, readBackup } from '../../src/endpoint/backup.ts';
import { createKeyring } from '../../src/endpoint/keyring.ts';
import { key, openBackup, plainNames, startSeconds, Visitor } from './visitor.ts';

const client = 'C1.1.265119741.1700000000';
const day = 86400;

function session(number: number, atSeconds: number, more = ''): string {
  return `S1.1.s${atSeconds}$o${number}$g0$t${atSeconds}$j0$dabc${more}`;
}

/** A visitor in session 7 whose cookies the endpoint has kept. */
async function knownVisitor(): Promise<Visitor> {
  const visitor = new Visitor();
  visitor.cookies = { _d8a: client, _d8a_P: session(7, startSeconds) };
  await visitor.ask('/id.gif');
  return visitor;
}

describe('the backup', () => {
  test('holds names and values of a session under way as they are', async () => {
    const visitor = await knownVisitor();
    expect(openBackup(visitor.cookies['first_party_backup'])).toEqual({
      _d8a: client,
      _d8a_P: session(7, startSeconds),
    });
  });

  test('is HttpOnly', async () => {
    const { handler } = new Visitor();
    const headers = { 'sec-fetch-site': 'same-site', cookie: `_d8a=${client}` };
    const response = await handler(new Request('https://id.example.com/id.gif', { headers }));
    const line = response.headers
      .getSetCookie()
      .find((each) => each.startsWith('first_party_backup='));
    expect(line).toMatch(
      /; Path=\/; Max-Age=63072000; Domain=example.com; SameSite=Lax; Secure; HttpOnly$/,
    );
  });

  test('is not made when there is nothing to keep', async () => {
    expect(await new Visitor().ask('/id.gif')).not.toHaveProperty('first_party_backup');
  });

  test('keeps the session count through one absence after another', async () => {
    const visitor = await knownVisitor();
    for (const number of [7, 8, 9]) {
      visitor.wait(40);
      visitor.lose('_d8a', '_d8a_P');
      const set = await visitor.ask('/id.gif');
      expect(set['_d8a']).toBe(client);
      expect(set['_d8a_P']).toContain(`$o${number}$`);
      const next = openBackup(set['first_party_backup'])['_d8a_P'];
      expect(next).toMatch(
        new RegExp(
          `^S1.1.s${visitor.nowSeconds}\\$o${number + 1}\\$g0\\$t${visitor.nowSeconds}\\$j0\\$d`,
        ),
      );
    }
  });

  test('restores the value as it was before the absence', async () => {
    const visitor = await knownVisitor();
    visitor.wait(40);
    visitor.lose('_d8a_P');
    expect((await visitor.ask('/id.gif'))['_d8a_P']).toBe(session(7, startSeconds));
  });

  test('holds a session that no script has rolled over yet already rolled over', async () => {
    const visitor = await knownVisitor();
    visitor.nowSeconds += 1801;
    const set = await visitor.ask('/id.gif');
    expect(set).not.toHaveProperty('_d8a_P');
    expect(openBackup(set['first_party_backup'])['_d8a_P']).toContain('$o8$');
  });

  test.each([
    ['exactly the timeout', 30, 1800, 7],
    ['a second more', 30, 1801, 8],
    ['a longer timeout', 60, 3600, 7],
    ['a clock that went back', 30, -500, 7],
  ])('takes a session after %s by the trackers’ rule', async (_, minutes, seconds, number) => {
    const visitor = new Visitor({ sessionTimeoutMinutes: minutes });
    visitor.cookies = { _d8a_P: session(7, startSeconds) };
    visitor.nowSeconds += seconds;
    const set = await visitor.ask('/id.gif');
    expect(openBackup(set['first_party_backup'])['_d8a_P']).toContain(`$o${number}$`);
  });

  test('keeps unknown tokens and gives all properties the same new random id', async () => {
    const visitor = new Visitor();
    visitor.cookies = {
      _d8a_P: session(7, startSeconds - day, '$zkept'),
      _d8a_Q: session(3, startSeconds - day),
    };
    const backup = openBackup((await visitor.ask('/id.gif'))['first_party_backup']);
    const [one, other] = ['_d8a_P', '_d8a_Q'].map(
      (name) => /\$d([0-9a-z]{3,18})/.exec(backup[name] ?? '')?.[1],
    );
    expect(backup['_d8a_P']).toMatch(/\$zkept$/);
    expect(one).toBeDefined();
    expect(one).toBe(other);
  });

  test('follows what the request carries', async () => {
    const visitor = await knownVisitor();
    visitor.wait(1);
    visitor.cookies['_d8a_P'] = session(8, visitor.nowSeconds);
    const set = await visitor.ask('/id.gif');
    expect(openBackup(set['first_party_backup'])['_d8a_P']).toBe(session(8, visitor.nowSeconds));
  });

  test('neither overwrites a malformed cookie nor gives up what it holds for it', async () => {
    const visitor = await knownVisitor();
    visitor.cookies['_d8a_P'] = 'S1.1.broken';
    const set = await visitor.ask('/id.gif');
    expect(set).not.toHaveProperty('_d8a_P');
    visitor.lose('_d8a_P');
    expect((await visitor.ask('/id.gif'))['_d8a_P']).toBe(session(7, startSeconds));
  });

  test('restores nothing whose prefix is no longer configured', async () => {
    const before = await knownVisitor();
    const after = new Visitor({ d8aPrefixes: ['shop'] });
    after.cookies = before.cookies;
    after.lose('_d8a', '_d8a_P');
    const set = await after.ask('/id.gif');
    expect(set).not.toHaveProperty('_d8a');
    expect(set['first_party_backup']).toBeNull();
  });
});

describe('a backup that is not the visitor’s', () => {
  test('is removed when the server id is forged', async () => {
    const visitor = await knownVisitor();
    visitor.lose('_d8a', '_d8a_P');
    visitor.cookies['first_party_id'] = 'forged';
    const set = await visitor.ask('/id.gif');
    expect(set).not.toHaveProperty('_d8a');
    expect(set['first_party_backup']).toBeNull();
  });

  test('restores nothing to another visitor', async () => {
    const [one, other] = [await knownVisitor(), new Visitor()];
    await other.ask('/id.gif');
    other.cookies['first_party_backup'] = one.cookies['first_party_backup'] ?? '';
    const set = await other.ask('/id.gif');
    expect(set).not.toHaveProperty('_d8a');
    expect(set['first_party_backup']).toBeNull();
  });

  test('is refused after any change', async () => {
    const keyring = createKeyring([key]);
    const context = { keyring, names: plainNames };
    const cookie = parseIdentityCookie('_d8a', client, plainNames);
    const printed = await printBackup(cookie === undefined ? [] : [cookie], 'id', keyring);
    const value = printed.value ?? '';
    expect(await readBackup([value], 'id', context)).toEqual([cookie]);
    expect(await readBackup([value], 'other', context)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(value.length - 1),
        fc.string({ minLength: 1 }),
        async (start, added) => {
          const changed = value.slice(0, start) + added + value.slice(start + 1);
          fc.pre(changed !== value);
          expect(await readBackup([changed], 'id', context)).toEqual([]);
        },
      ),
    );
  });

  test.each(['null', '{}', '[1]', '[["_d8a"]]', '[["_d8a",1]]', '[["_ga","C1.1.1.1"]]', '[', 'é'])(
    'restores nothing from %s, even when it is signed',
    async (json) => {
      const keyring = createKeyring([key]);
      const payload = Buffer.from(json).toString('base64url');
      const value = `${payload}.${await keyring.sign(`backup:id:${payload}`)}`;
      expect(await readBackup([value], 'id', { keyring, names: plainNames })).toEqual([]);
    },
  );
});

describe('a backup’s size', () => {
  test.each([
    ['20 sessions', 'S1.1.s1$o1$t', 25, 20],
    ['2,000 bytes', `S1.1.s1767124410$o7$g1$j5$d${'x'.repeat(60)}$t`, 20, undefined],
  ])('ends at %s; the oldest are dropped first', async (_, start, count, kept) => {
    const keyring = createKeyring([key]);
    const cookies = Array.from({ length: count }, (__, index) => {
      const value = `${start}${1767124410 + ((index * 7) % count)}`;
      return parseIdentityCookie(`_d8a_${index}`, value, plainNames) ?? [];
    }).flat();
    const first = parseIdentityCookie('_d8a', client, plainNames) ?? [];
    const printed = await printBackup([...cookies, first].flat(), 'id', keyring);
    const value = printed.value ?? '';
    expect(value.length).toBeLessThanOrEqual(2000);
    const { _d8a, ...sessions } = openBackup(value);
    expect(_d8a).toBe(client);
    const times = Object.values(sessions).map((text) => Number(text.slice(-10)));
    if (kept !== undefined) expect(times).toHaveLength(kept);
    expect(printed.dropped).toBe(count - times.length);
    expect(times.length).toBeGreaterThan(5);
    expect(Math.min(...times)).toBe(1767124410 + count - times.length);
  });
});
