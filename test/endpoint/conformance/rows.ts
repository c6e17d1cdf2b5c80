import { createNodeKeyring } from '../../../src/endpoint/platforms/node-keyring.ts';
import { printBackup } from '../../../src/endpoint/backup.ts';
import { parseIdentityCookie } from '../../../src/core/renewal/identity-cookies.ts';
import { printServerId } from '../../../src/endpoint/server-id.ts';
import type { Sent } from './send.ts';

/** What one request is answered with, on every platform. */
export interface Row {
  name: string;
  sent: Sent;
  status: number;
  /** Cookies that are set; a `-` before the name says removed. None unless given. */
  cookies?: string[];
  /** Must stand in the body or in a Set-Cookie. */
  has?: RegExp;
  hasNot?: RegExp;
}

export const page = 'https://www.example.com';
const newer = 'the newer secret, which has more than 32 bytes';
const older = 'the older secret, which has more than 32 bytes';

/** The configuration under test. */
export const configuration = {
  sites: [
    { origins: [page, 'https://example.com'], cookieDomain: 'example.com' },
    { origins: ['https://www.other.co.uk'], cookieDomain: 'other.co.uk' },
  ],
  keys: [newer, older],
  d8aPrefixes: [''],
  snowplowPrefixes: ['_sp_'],
  snowplowOptOutCookie: 'no_thanks',
  treasureDataNames: ['_td'],
  collectorCookieName: 'collector_id',
  maxRequestsPerSecond: 0,
} as const;

export const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const client = 'C1.1.265119741.1700000000';
const snowplowId = `${uuid}.1690000000.3.1699999940.1699990000.${uuid}.p.e.1699999000123.4`;
const trackerCookies = { '_sp_id.1fff': snowplowId, _td: uuid, collector_id: uuid };
const serverCookies = ['first_party_id', '_td_ssc_id'];
/** Removed on the domain and on the host alone. */
const forgotten = ['first_party_id', '_td_ssc_id', 'first_party_backup'].flatMap(removedTwice);
const day = 20_000;

export const signed = await sign('example.com', newer);
const byOlderKey = await sign('example.com', older);
const byStranger = await sign('example.com', 'the secret of somebody else, of 32 bytes');
const forOtherSite = await sign('other.co.uk', newer);
const backup = await backUp('example.com', uuid);
const backupOfAll = await backUp('example.com', uuid, { _d8a: client, ...trackerCookies });
const backupOfOtherSite = await backUp('other.co.uk', uuid);
const backupOfOther = await backUp('example.com', uuid.replace('0', '1'));

function removedTwice(name: string): string[] {
  return ['-' + name, '-' + name];
}

function sign(site: string, key: string): Promise<string> {
  return printServerId({ id: uuid, day }, site, createNodeKeyring([key]));
}

async function backUp(
  site: string,
  id: string,
  values: Record<string, string> = { _d8a: client },
): Promise<string> {
  const cookies = Object.entries(values).flatMap(
    ([name, value]) => parseIdentityCookie(name, value, configuration) ?? [],
  );
  const { value } = await printBackup(cookies, `${site}:${id}`, createNodeKeyring([newer]));
  return value ?? '';
}

/** The headers of a page of the site, with more. */
function from(headers: Record<string, string> = {}): Record<string, string> {
  return { origin: page, 'sec-fetch-site': 'same-site', ...headers };
}

function withCookie(cookie: string, path = '/id.gif'): Sent {
  return { path, headers: from({ cookie }) };
}

const cookieId = (domain: string) =>
  `/get_cookie_id?cookie_domain=${encodeURIComponent(domain)}&r=1`;
const newVisitor = { status: 200, cookies: serverCookies, hasNot: new RegExp(uuid) };
const knownVisitor = {
  status: 200,
  cookies: serverCookies,
  has: new RegExp(`_td_ssc_id=${uuid};`),
};
const refused = { status: 403, has: /^Refused: / };

const routeRows: Row[] = [
  {
    name: 'an image of a page',
    sent: { headers: from() },
    status: 200,
    cookies: serverCookies,
    has: /^GIF89a/,
  },
  {
    name: 'an image known by its Referer',
    sent: { headers: { referer: page + '/a?b' } },
    ...newVisitor,
  },
  {
    name: 'a same-origin image',
    sent: { host: 'www.example.com', headers: { 'sec-fetch-site': 'same-origin' } },
    ...newVisitor,
  },
  {
    name: 'the other site',
    sent: { host: 'id.other.co.uk', headers: { origin: 'https://www.other.co.uk' } },
    ...newVisitor,
    has: /Domain=other\.co\.uk/,
  },
  {
    name: 'td-js-sdk',
    sent: { path: cookieId('example.com'), headers: from() },
    ...newVisitor,
    has: /^\{"td_ssc_id":"[0-9a-f-]{36}"\}/,
  },
  {
    name: 'the loader',
    sent: { method: 'POST', path: '/id', headers: from() },
    ...newVisitor,
    has: /^\{"serverId":"[0-9a-f-]{36}","expiresSeconds":\d{10},"cookies":\[\]\}/,
  },
  {
    name: 'the loader with a small body',
    sent: { method: 'POST', path: '/id', headers: from(), body: '{"serverId":"mine"}' },
    ...newVisitor,
    hasNot: /mine/,
  },
  {
    name: 'forgetting by image',
    sent: { path: '/forget.gif', headers: from() },
    status: 200,
    cookies: forgotten,
  },
  {
    name: 'forgetting',
    sent: { method: 'POST', path: '/forget', headers: from({ cookie: '_d8a=x' }) },
    status: 200,
    cookies: [...forgotten, ...removedTwice('_d8a')],
  },
  { name: 'health', sent: { path: '/healthz' }, status: 200, has: /^ok$/ },
  { name: 'health by HEAD', sent: { method: 'HEAD', path: '/healthz' }, status: 200 },
  { name: 'readiness', sent: { path: '/readyz' }, status: 200, has: /^ready$/ },
];

const visitorRows: Row[] = [
  { name: 'a known visitor', sent: withCookie(`first_party_id=${signed}`), ...knownVisitor },
  {
    name: 'a visitor signed by the older key, who is signed anew',
    sent: withCookie(`first_party_id=${byOlderKey}`),
    ...knownVisitor,
    hasNot: new RegExp(byOlderKey),
  },
  {
    name: 'a damaged mirror, which is mended',
    sent: withCookie(`first_party_id=${signed}; _td_ssc_id=mine`),
    ...knownVisitor,
    hasNot: /mine/,
  },
  {
    name: 'a known visitor at the loader’s route',
    sent: { ...withCookie(`first_party_id=${signed}; _d8a=${client}`, '/id'), method: 'POST' },
    status: 200,
    cookies: [...serverCookies, '_d8a', 'first_party_backup'],
    has: new RegExp(`"serverId":"${uuid}".*"name":"_d8a","value":"${client}","expiresSeconds":`),
  },
  {
    name: 'a lost identity, which comes back',
    sent: withCookie(`first_party_id=${signed}; first_party_backup=${backup}`),
    status: 200,
    cookies: [...serverCookies, '_d8a', 'first_party_backup'],
    has: new RegExp(`_d8a=${client};`),
  },
];

const forgedRows: Row[] = [
  { name: 'a mirror alone', sent: withCookie(`_td_ssc_id=${uuid}`), ...newVisitor },
  { name: 'an id without a signature', sent: withCookie(`first_party_id=${uuid}`), ...newVisitor },
  {
    name: 'a forged signature',
    sent: withCookie(`first_party_id=${uuid}.${day}.${'A'.repeat(43)}`),
    ...newVisitor,
  },
  {
    name: 'a signature by another secret',
    sent: withCookie(`first_party_id=${byStranger}`),
    ...newVisitor,
  },
  {
    name: 'a truncated signature',
    sent: withCookie(`first_party_id=${signed.slice(0, -1)}`),
    ...newVisitor,
  },
  {
    name: 'a signature with another day',
    sent: withCookie(`first_party_id=${signed.replace(`.${day}.`, `.${day + 1}.`)}`),
    ...newVisitor,
  },
  {
    name: 'a signature replayed for another site',
    sent: withCookie(`first_party_id=${forOtherSite}`),
    ...newVisitor,
  },
  {
    name: 'a signature of this site at another',
    sent: {
      host: 'id.other.co.uk',
      headers: { origin: 'https://www.other.co.uk', cookie: `first_party_id=${signed}` },
    },
    ...newVisitor,
  },
  {
    name: 'a backup in the place of an id',
    sent: withCookie(`first_party_id=${backup}`),
    ...newVisitor,
  },
  {
    name: 'a backup of another site',
    sent: withCookie(`first_party_id=${signed}; first_party_backup=${backupOfOtherSite}`),
    status: 200,
    cookies: [...serverCookies, '-first_party_backup'],
  },
  {
    name: 'a backup of another visitor',
    sent: withCookie(`first_party_id=${signed}; first_party_backup=${backupOfOther}`),
    status: 200,
    cookies: [...serverCookies, '-first_party_backup'],
  },
  {
    name: 'a truncated backup',
    sent: withCookie(`first_party_id=${signed}; first_party_backup=${backup.slice(0, -2)}`),
    status: 200,
    cookies: [...serverCookies, '-first_party_backup'],
  },
];

const originRows: Row[] = [
  { name: 'a foreign Origin', sent: { headers: { origin: 'https://evil.com' } }, ...refused },
  {
    name: 'a foreign Origin that is same-site',
    sent: { headers: { origin: 'https://x.example.com', 'sec-fetch-site': 'same-site' } },
    ...refused,
  },
  {
    name: 'no Origin from another site',
    sent: { headers: { 'sec-fetch-site': 'cross-site' } },
    ...refused,
  },
  {
    name: 'no Origin from another site, with a good Referer',
    sent: { headers: { 'sec-fetch-site': 'cross-site', referer: page + '/' } },
    ...refused,
  },
  { name: 'no sign of where it comes from', sent: {}, ...refused },
  { name: 'an opaque Origin', sent: { headers: { origin: 'null' } }, ...refused },
  {
    name: 'a Referer that only begins like the site',
    sent: { headers: { referer: page + '.evil.com/' } },
    ...refused,
  },
  {
    name: 'a Referer with the site as user name',
    sent: { headers: { referer: 'https://www.example.com@evil.com/' } },
    ...refused,
  },
  {
    name: 'a foreign Origin that forgets',
    sent: { path: '/forget.gif', headers: { origin: 'https://evil.com' } },
    ...refused,
  },
  {
    name: 'a foreign Origin that posts',
    sent: { method: 'POST', path: '/id', headers: { origin: 'https://evil.com' } },
    ...refused,
  },
  {
    name: 'a foreign Origin that posts to forget',
    sent: { method: 'POST', path: '/forget', headers: { origin: 'https://evil.com' } },
    ...refused,
  },
];

const domainRows: Row[] = [
  ...[
    'other.co.uk',
    'co.uk',
    'com',
    'www.example.com',
    '.example.com',
    'EXAMPLE.com',
    'example.com.',
    'example.com\r\nset-cookie: a=b',
    'example.com;a=b',
    '',
  ].map((domain) => ({
    name: `the cookie_domain ${JSON.stringify(domain)}`,
    sent: { path: cookieId(domain), headers: from() },
    ...refused,
  })),
  { name: 'no cookie_domain', sent: { path: '/get_cookie_id', headers: from() }, ...refused },
  {
    name: 'ids in the URL',
    sent: {
      path: `/id.gif?first_party_id=${signed}&_td_ssc_id=${uuid}&_d8a=${client}&domain=evil.com`,
      headers: from(),
    },
    ...newVisitor,
  },
];

const cookieRows: Row[] = [
  {
    name: 'a Cookie header over the limit',
    sent: withCookie('a='.padEnd(16_385, 'x')),
    status: 431,
  },
  {
    name: 'a long cookie below the limit',
    sent: withCookie('_d8a='.padEnd(8_000, '1')),
    ...newVisitor,
  },
  {
    name: 'a forged cookie before the true one',
    sent: withCookie(`first_party_id=x; first_party_id=${signed}`),
    ...knownVisitor,
  },
  {
    name: 'two identities',
    sent: withCookie(`first_party_id=${signed}; _d8a=${client}; _d8a=C1.1.1.2`),
    ...knownVisitor,
  },
  {
    name: 'malformed identities',
    sent: withCookie(`first_party_id=${signed}; _d8a=C1.1.x; _d8a_P=S1.1.; _d8a_P; =; ;; "`),
    ...knownVisitor,
  },
  {
    name: 'an identity with what ends a header',
    sent: withCookie(`first_party_id=${signed}; _d8a_P=S1.1.s1$o1$t1$d;Domain=evil.com`),
    ...knownVisitor,
    cookies: [...serverCookies, 'first_party_backup'],
    hasNot: /evil/,
  },
  { name: 'the name __proto__', sent: withCookie('__proto__=1; constructor=2'), ...newVisitor },
];

const allCarried = [
  `first_party_id=${signed}; _d8a=${client}; _sp_ses.1fff=*`,
  ...Object.entries(trackerCookies).map(([name, value]) => `${name}=${value}`),
].join('; ');
const allLost = `first_party_id=${signed}; first_party_backup=${backupOfAll}`;
const identityCookies = [...serverCookies, '_d8a', 'first_party_backup'];

/** What a visitor says to a tracker, and what of its cookies is then kept. */
const refusals: [string, string, string[]][] = [
  ['nothing', 'other=1', ['_sp_id.1fff', '_td', 'collector_id']],
  ['yes to Treasure Data', '__td_signed=true', ['_sp_id.1fff', '_td', 'collector_id']],
  ['no to Treasure Data', '__td_signed=false', ['_sp_id.1fff', 'collector_id']],
  ['nothing to Snowplow', 'no_thanks=', ['_sp_id.1fff', '_td', 'collector_id']],
  ['no to Snowplow', 'no_thanks=0', ['_td']],
  ['no to both', 'no_thanks=1; __td_signed=false', []],
];

const refusalRows: Row[] = refusals.flatMap(([name, said, kept]) =>
  [
    { name: 'who carries all cookies', carried: allCarried },
    { name: 'who has lost all cookies', carried: allLost },
  ].map(({ name: who, carried }) => ({
    name: `a visitor ${who} and says ${name}`,
    sent: withCookie(`${carried}; ${said}`),
    status: 200,
    cookies: [...identityCookies, ...kept],
    has: new RegExp(`_d8a=${client};`),
  })),
);

const methodRows: Row[] = [
  ...['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'].flatMap((method) =>
    ['/id.gif', '/forget.gif', cookieId('example.com')].map((path) => ({
      name: `${method} ${path}`,
      sent: { method, path, headers: from() },
      status: 405,
    })),
  ),
  { name: 'GET /id', sent: { path: '/id', headers: from() }, status: 405 },
  { name: 'GET /forget', sent: { path: '/forget', headers: from() }, status: 405 },
  { name: 'POST /healthz', sent: { method: 'POST', path: '/healthz' }, status: 405 },
  {
    name: 'a body over the limit',
    sent: { method: 'POST', path: '/id', headers: from(), body: 'x'.repeat(1025) },
    status: 413,
  },
  {
    name: 'a body of unknown length over the limit',
    sent: {
      method: 'POST',
      path: '/id',
      headers: from({ 'transfer-encoding': 'chunked' }),
      body: 'x'.repeat(1025),
    },
    status: 413,
  },
  ...[
    '/',
    '/idx',
    '/id.gif/',
    '/ID.GIF',
    '/id%2Egif',
    '/id.gif;x',
    '/metrics',
    '/constructor',
    '/__proto__',
    '//id.gif',
  ].map((path) => ({
    name: `the path ${path}`,
    sent: { path, headers: from() },
    status: 404,
  })),
];

const hostRows: Row[] = [
  'id.evil.com',
  'badexample.com',
  'example.com.evil.com',
  'other.co.uk',
  'co.uk',
  '10.0.0.1',
  'example.com.',
].map((host) => ({ name: `the Host ${host}`, sent: { host, headers: from() }, ...refused }));

const forwardedRows: Row[] = [
  {
    name: 'a forwarded host that nobody vouches for',
    sent: {
      host: 'id.evil.com',
      headers: from({ 'x-forwarded-host': 'id.example.com', 'x-forwarded-proto': 'https' }),
    },
    ...refused,
  },
  {
    name: 'a good Host with a forwarded one',
    sent: { headers: from({ 'x-forwarded-host': 'id.evil.com' }) },
    ...newVisitor,
  },
  {
    name: 'a Host with a port',
    sent: { host: 'id.example.com:8443', headers: from() },
    ...newVisitor,
  },
  { name: 'a Host in capitals', sent: { host: 'ID.Example.com', headers: from() }, ...newVisitor },
];

export const rows: Row[] = [
  routeRows,
  visitorRows,
  forgedRows,
  originRows,
  domainRows,
  cookieRows,
  refusalRows,
  methodRows,
  hostRows,
  forwardedRows,
].flat();
