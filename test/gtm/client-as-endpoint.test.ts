import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createHandler } from '../../src/endpoint/index.ts';
import { createNodeKeyring } from '../../src/endpoint/platforms/node-keyring.ts';
import { createServerContainer } from '../../src/sandbox/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { openBackup } from '../endpoint/visitor.ts';

// The same cookies, at the same moment, to the endpoint and to the client: what both renew, remove and leave alone.

const ORIGIN = 'https://www.example.com';
const SECRET = 'one secret of at least 32 bytes, made for tests';
const nowMillis = () => 1_700_000_000_000;
const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';

const endpoint = createHandler(
  {
    sites: [{ origins: [ORIGIN], cookieDomain: 'example.com' }],
    keys: [SECRET],
    d8aPrefixes: ['', 'shop'],
    snowplowPrefixes: ['_sp_'],
    snowplowOptOutCookie: 'no_thanks',
    treasureDataNames: ['_td'],
    collectorCookieName: 'sp',
  },
  { nowMillis, createKeyring: createNodeKeyring },
);
const container = createServerContainer({
  nowMillis,
  keys: { first_party_id: Buffer.from(SECRET).toString('base64') },
});

beforeAll(() => {
  const text = readFileSync('template/first-party-id-client.tpl', 'utf8');
  container.addClient({
    template: parseTemplate(text).template,
    fields: {
      sites: [{ origins: ORIGIN, cookieDomain: 'example.com' }],
      basePath: '',
      signing: 'key',
      d8aPrefixes: ', shop',
      snowplowPrefixes: '_sp_',
      snowplowOptOutCookie: 'no_thanks',
      treasureDataNames: '_td',
      collectorCookieName: 'sp',
    },
  });
});

const names = [
  '_d8a',
  '_d8a_P',
  'shop_d8a',
  '_sp_id.1fff',
  '_sp_ses.1fff',
  '_td',
  'sp',
  '__td_signed',
  'no_thanks',
  'other',
  '_d8ax',
];
const values = [
  'C1.1.5.1690000000',
  'C1.1.x',
  'S1.1.s1699999000$o7$g0$t1699999940$j2$dabc',
  'S1.1.s1699990000$o7$g0$t1699990940$j2$dabc',
  'S1.1.s1$O2$t3',
  `${uuid}.1690000000.2.1699999000.1699990000.${uuid}.previous.first.1699999000000.6`,
  `${uuid}.1690000000.2.1699999000.1699990000.${uuid}....0`,
  '.1690000000.1.1699999000.',
  'a.b.c.d.e',
  uuid,
  '00000000-0000-0000-0000-000000000000',
  '*',
  'false',
  '',
];
const cookies = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { maxLength: 8 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('; '));

/** What the server's own cookies say, as the browser sends them back. */
function ownCookies(lines: readonly string[]): string {
  return lines
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => /^(first_party_|_td_ssc)/.test(pair))
    .join('; ');
}

/** Asks the endpoint; gives the server's own cookies. */
async function visit(cookie: string): Promise<string> {
  const url = 'https://id.example.com/id.gif';
  const response = await endpoint(new Request(url, { headers: { origin: ORIGIN, cookie } }));
  return ownCookies(response.headers.getSetCookie());
}

const everyCookie = `_d8a=${values[0]}; _d8a_P=${values[2]}; _sp_id.1fff=${values[5]}; _sp_ses.1fff=*; _td=${uuid}; sp=${uuid}`;

/** Cookies that are set, with what of the server's own is the same each time; in no order. */
function comparable(lines: readonly string[]): string[] {
  return lines
    .map((line) => {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      return [name, lasting(name, value), ...attributes.sort()].join('; ');
    })
    .sort();
}

/** A backup's cookies without their values: a session that is over has a new id in it. */
function lasting(name: string, value: string): string {
  if (value === '') return value;
  if (name === 'first_party_backup') return Object.keys(openBackup(value)).join(' ');
  return /^(first_party_|_td_ssc_id)/.test(name) ? 'new' : value;
}

test.each(['/id.gif', '/forget.gif'])(
  '%s does the same',
  async (path) => {
    const known = fc.constantFrom('', await visit(everyCookie));
    await fc.assert(
      fc.asyncProperty(known, cookies, async (own, carried) => {
        const headers = { origin: ORIGIN, cookie: `${own}; ${carried}` };
        const url = `https://id.example.com${path}`;
        const ours = await endpoint(new Request(url, { headers }));
        const theirs = await container.handle({ url, headers });
        const set = theirs.headers
          .filter(([name]) => name === 'set-cookie')
          .map(([, line]) => line);
        expect(theirs.errors).toEqual([]);
        // The endpoint forgets on the host alone too; a container keeps one line a name.
        const onDomain = ours.headers.getSetCookie().filter((line) => line.includes('; Domain='));
        expect(comparable(set)).toEqual(comparable(onDomain));
      }),
      { numRuns: 300 },
    );
  },
  120_000,
);

test('each knows the visitors and the backups of the other', async () => {
  const url = 'https://id.example.com/id.gif';
  const kept = await visit(`_d8a=C1.1.5.1690000000; _td=${uuid}`);
  const answer = await container.handle({ url, headers: { origin: ORIGIN, cookie: kept } });
  const lines = answer.headers.map(([, line]) => line);
  const [, id = ''] = /_td_ssc_id=([^;]+)/.exec(kept) ?? [];
  expect(lines).toContainEqual(expect.stringContaining(`_td_ssc_id=${id};`));
  expect(lines).toContainEqual(expect.stringContaining('_d8a=C1.1.5.1690000000;'));
  expect(lines).toContainEqual(expect.stringContaining(`_td=${uuid};`));
  expect(await visit(ownCookies(lines))).toContain(`_td_ssc_id=${id};`);
});

test.each([
  ['__td_signed=false', ['_d8a', '_d8a_P', '_sp_id.1fff', 'sp']],
  ['no_thanks=0', ['_d8a', '_d8a_P', '_td']],
  ['no_thanks=; __td_signed=true', ['_d8a', '_d8a_P', '_sp_id.1fff', '_td', 'sp']],
])('to a visitor who says %s the client brings back %j', async (said, names) => {
  const own = await visit(everyCookie);
  const cookie = `${own}; ${said}`;
  const url = 'https://id.example.com/id.gif';
  const { headers } = await container.handle({ url, headers: { origin: ORIGIN, cookie } });
  const set = headers.filter(([name]) => name === 'set-cookie').map(([, line]) => line);
  const brought = set
    .map((line) => line.split('=')[0] ?? '')
    .filter((name) => ownCookies([name]) === '');
  expect(brought.sort()).toEqual(names.sort());
  const backup = set.find((line) => line.startsWith('first_party_backup=')) ?? '';
  expect(Object.keys(openBackup(backup.split('=')[1])).sort()).toEqual(names.sort());
});
