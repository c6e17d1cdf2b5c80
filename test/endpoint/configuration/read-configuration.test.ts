import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '../../../src/endpoint/configuration/configuration-error.ts';
import { readConfiguration } from '../../../src/endpoint/configuration/read-configuration.ts';
import { createHandler } from '../../../src/endpoint/handler.ts';
import { configuration, key } from '../visitor.ts';

function problemsOf(written: unknown) {
  try {
    readConfiguration(written);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
  }
  return [];
}

function site(origin: string, cookieDomain: string) {
  return { sites: [{ origins: [origin], cookieDomain }], keys: [key] };
}

test('fills in what is left out, and leaves what was given as it was', () => {
  const written = structuredClone(configuration);
  expect(readConfiguration(written)).toEqual({
    ...configuration,
    basePath: '',
    maxAgeDays: 730,
    sessionTimeoutMinutes: 30,
    d8aPrefixes: [''],
    snowplowPrefixes: [],
    snowplowOptOutCookie: '',
    treasureDataNames: [],
    collectorCookieName: '',
    serverCookieName: 'first_party_id',
    renewalDays: 0,
    trustedProxies: [],
    host: '127.0.0.1',
    port: 8080,
    maxRequestsPerSecond: 200,
    drainSeconds: 0,
    logLevel: 'info',
    metrics: false,
    development: false,
  });
  expect(written).toEqual(configuration);
});

test.each([
  ['https://www.example.com', 'example.com'],
  ['https://example.com', 'example.com'],
  ['https://www.shop.example.co.uk:8443', 'shop.example.co.uk'],
  ['https://user.github.io', 'user.github.io'],
  ['https://shop.user.github.io', 'user.github.io'],
  ['https://www.xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['http://localhost:3000', ''],
  ['http://127.0.0.1:3000', ''],
  ['http://[::1]:3000', ''],
  ['http://127.0.0.1', ''],
  ['http://intranet', ''],
  ['http://localhost.', ''],
  ['https://my_shop.example.com', 'example.com'],
  ['https://-a-.example.com:1', 'example.com'],
  ['https://1.example.com:65535', 'example.com'],
])('accepts the origin %s with the cookie domain %j', (origin, cookieDomain) => {
  expect(problemsOf(site(origin, cookieDomain))).toEqual([]);
});

const example = 'https://www.example.com';

describe('the path is named when', () => {
  test.each([
    ['configuration', 'null', null],
    ['configuration', '[]', []],
    ['sites', 'a missing option', { keys: [key] }],
    ['sites', '[]', { ...configuration, sites: [] }],
    ['sites[0].cookieDomain', 'a missing option', { sites: [{ origins: [example] }], keys: [key] }],
    ['sites[0].origins', '[]', { sites: [{ origins: [], cookieDomain: '' }], keys: [key] }],
    ['sites[0].cookieDomain', '"co.uk"', site('https://co.uk', 'co.uk')],
    ['sites[0].cookieDomain', '"github.io"', site('https://user.github.io', 'github.io')],
    ['sites[0].cookieDomain', '"com"', site('https://example.com', 'com')],
    ['sites[0].cookieDomain', '"localhost"', site('http://localhost:3000', 'localhost')],
    ['sites[0].cookieDomain', '"127.0.0.1"', site('http://127.0.0.1:3000', '127.0.0.1')],
    ['sites[0].cookieDomain', '".example.com"', site(example, '.example.com')],
    ['sites[0].cookieDomain', '"Example.com"', site(example, 'Example.com')],
    ['sites[0].cookieDomain', '"example.com."', site(example, 'example.com.')],
    ['sites[0].cookieDomain', '"example.com;x"', site(example, 'example.com;x')],
    [
      'sites[0].cookieDomain',
      '7',
      { sites: [{ origins: [example], cookieDomain: 7 }], keys: [key] },
    ],
    [
      'sites[0].origins[0]',
      '"https://www.other.com"',
      site('https://www.other.com', 'example.com'),
    ],
    [
      'sites[0].origins[0]',
      '"https://badexample.com"',
      site('https://badexample.com', 'example.com'),
    ],
    ['sites[0].origins[0]', '"https://www.example.com/"', site(example + '/', 'example.com')],
    ['sites[0].origins[0]', '"https://www.example.com:443"', site(example + ':443', 'example.com')],
    ['sites[0].origins[0]', '"www.example.com"', site('www.example.com', 'example.com')],
    ['sites[0].origins[0]', '"*"', site('*', 'example.com')],
    ['sites[0].origins[0]', '"null"', site('null', '')],
    [
      'sites[0].origins[0]',
      '"https://*.example.com"',
      site('https://*.example.com', 'example.com'),
    ],
    [
      'sites[0].origins[0]',
      '"https://a..example.com"',
      site('https://a..example.com', 'example.com'),
    ],
    ['sites[0].origins[0]', '"https://.example.com"', site('https://.example.com', 'example.com')],
    ['sites[0].origins[0]', '"https://www.example.com:0"', site(example + ':0', 'example.com')],
    ['sites[0].origins[0]', '"https://a$b.example.com"', site('https://a$b.example.com', '')],
    [
      'sites[0].origins[0]',
      `"https://${'a'.repeat(64)}.example.com"`,
      site(`https://${'a'.repeat(64)}.example.com`, ''),
    ],
    ['sites[0].origins[0]', '"ftp://example.com"', site('ftp://example.com', 'example.com')],
    ['basePath', '"fpid"', { ...configuration, basePath: 'fpid' }],
    ['basePath', '"/fpid/"', { ...configuration, basePath: '/fpid/' }],
    ['basePath', '"/:id"', { ...configuration, basePath: '/:id' }],
    ['basePath', '"/../x"', { ...configuration, basePath: '/../x' }],
    ['maxAgeDays', '0', { ...configuration, maxAgeDays: 0 }],
    ['maxAgeDays', '731', { ...configuration, maxAgeDays: 731 }],
    ['maxAgeDays', '"730"', { ...configuration, maxAgeDays: '730' }],
    ['sessionTimeoutMinutes', '0.5', { ...configuration, sessionTimeoutMinutes: 0.5 }],
    ['d8aPrefixes[0]', '"a b"', { ...configuration, d8aPrefixes: ['a b'] }],
    ['snowplowPrefixes[0]', '""', { ...configuration, snowplowPrefixes: [''] }],
    ['treasureDataNames[0]', '"a=b"', { ...configuration, treasureDataNames: ['a=b'] }],
    ['collectorCookieName', '"s p"', { ...configuration, collectorCookieName: 's p' }],
    ['d8aPrefixes[1]', '"__host-x"', { ...configuration, d8aPrefixes: ['', '__host-x'] }],
    ['metrics', '"yes"', { ...configuration, metrics: 'yes' }],
    ['port', '65536', { ...configuration, port: 65536 }],
    ['host', '"a b"', { ...configuration, host: 'a b' }],
    ['logLevel', '"loud"', { ...configuration, logLevel: 'loud' }],
    ['renewalDays', '30', { ...configuration, maxAgeDays: 30, renewalDays: 30 }],
    [
      'trustedProxies[1]',
      '"10.0.0.0/33"',
      { ...configuration, trustedProxies: ['*', '10.0.0.0/33'] },
    ],
    ['serverCookieName', '"_td_ssc_id"', { ...configuration, serverCookieName: '_td_ssc_id' }],
    ['serverCookieName', '"_d8a_1"', { ...configuration, serverCookieName: '_d8a_1' }],
    ['serverCookieName', '"__Host-id"', { ...configuration, serverCookieName: '__Host-id' }],
    ['serverCookieName', '"a;b"', { ...configuration, serverCookieName: 'a;b' }],
    ['d8aPrefixes', '["a","a"]', { ...configuration, d8aPrefixes: ['a', 'a'] }],
    ['maxAge', 'an unknown option', { ...configuration, maxAge: 1 }],
    [
      'sites[0].domain',
      'an unknown option',
      {
        sites: [{ origins: [example], cookieDomain: 'example.com', domain: 'x' }],
        keys: [key],
      },
    ],
    ['keys', 'an empty list', { sites: configuration.sites }],
    ['keys[1]', 'a text of 31 bytes', { ...configuration, keys: [key, 'x'.repeat(31)] }],
    ['keys[0]', 'a text with white space at an end', { ...configuration, keys: [key + '\n', key] }],
    ['keys[1]', 'a text with white space at an end', { ...configuration, keys: [key, ' ' + key] }],
    ['keys', 'a value (not shown)', { ...configuration, keys: 'a secret' }],
  ])('%s is %s', (path, value, written) => {
    const [problem, ...others] = problemsOf(written);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path, value });
    expect(problem?.accepted).toMatch(/[a-z]{3}/);
  });
});

test('a pattern of origins is told that each is written out', () => {
  for (const origin of ['*', 'https://*.example.com', '*.example.com', 'https://*']) {
    const [problem] = problemsOf(site(origin, 'example.com'));
    expect(problem?.accepted).toMatch(/^each origin written out/);
  }
});

describe('a name that another cookie has is refused', () => {
  test.each([
    ['serverCookieName', '_td_ssc_id', 'the endpoint itself has "_td_ssc_id"', {}],
    ['serverCookieName', 'first_party_backup', 'the endpoint itself has "first_party_backup"', {}],
    ['serverCookieName', '_d8a_1', 'd8aPrefixes[0] has "_d8a" and "_d8a_…"', {}],
    ['collectorCookieName', '_td_ssc_id', 'the endpoint itself has "_td_ssc_id"', {}],
    ['collectorCookieName', 'first_party_backup', 'itself has "first_party_backup"', {}],
    ['collectorCookieName', 'first_party_id', 'serverCookieName has "first_party_id"', {}],
    [
      'collectorCookieName',
      '_td',
      'treasureDataNames[1] has "_td"',
      { treasureDataNames: ['td', '_td'] },
    ],
    [
      'collectorCookieName',
      '_sp_id.1fff',
      'snowplowPrefixes[0] has "_sp_id.…" and "_sp_ses.…"',
      { snowplowPrefixes: ['_sp_'] },
    ],
    ['snowplowOptOutCookie', 'first_party_id', 'serverCookieName has "first_party_id"', {}],
    ['snowplowOptOutCookie', '_d8a', 'd8aPrefixes[0] has "_d8a" and', {}],
    ['snowplowOptOutCookie', 'sp', 'collectorCookieName has "sp"', { collectorCookieName: 'sp' }],
    [
      'snowplowOptOutCookie',
      '_sp_ses.00ff',
      'snowplowPrefixes[0] has',
      { snowplowPrefixes: ['_sp_'] },
    ],
    ['treasureDataNames[0]', '_td_ssc_id', 'the endpoint itself has "_td_ssc_id"', {}],
    ['treasureDataNames[0]', 'first_party_id', 'serverCookieName has "first_party_id"', {}],
    ['treasureDataNames[0]', 'id', 'serverCookieName has "id"', { serverCookieName: 'id' }],
    ['treasureDataNames[0]', '_d8a_x', 'd8aPrefixes[0] has "_d8a" and "_d8a_…"', {}],
    ['snowplowPrefixes[0]', '_d8a_', 'd8aPrefixes[0] has "_d8a" and "_d8a_…"', {}],
    ['serverCookieName', 'shop_d8a', 'd8aPrefixes[0] has', { d8aPrefixes: ['shop'] }],
    ['d8aPrefixes[1]', '_', 'd8aPrefixes[0] has "_d8a" and "_d8a_…"', { d8aPrefixes: ['', '_'] }],
  ])('%s: %s, since %s', (path, name, owner, more) => {
    const [option = ''] = path.split('[');
    const isList = path !== option;
    const given = option in more ? {} : { [option]: isList ? [name] : name };
    expect(problemsOf({ ...configuration, ...more, ...given })).toEqual([
      {
        path,
        value: JSON.stringify(name),
        accepted: expect.stringContaining(owner),
      },
    ]);
  });

  test('and names of their own are not', () => {
    const written = {
      ...configuration,
      serverCookieName: '_td_ssc_id2',
      d8aPrefixes: ['', 'shop', 'd8a'],
      snowplowPrefixes: ['_sp_', '_sp_id', 'sp'],
      snowplowOptOutCookie: '_sp_optout',
      treasureDataNames: ['_td', '_td_global', '_sp_id.xyz0'],
      collectorCookieName: 'sp',
    };
    expect(problemsOf(written)).toEqual([]);
  });
});

test('a key is never shown', () => {
  for (const keys of [[key + ' '], [key.slice(0, 31)], key, [[key]]]) {
    expect(JSON.stringify(problemsOf({ ...configuration, keys }))).not.toContain(
      'secret of at least 32 bytes, made',
    );
  }
});

test('an origin stands in one place only', () => {
  const twice = [configuration.sites, configuration.sites].flat();
  const problems = problemsOf({ ...configuration, sites: twice });
  expect(problems.map(({ path }) => path)).toEqual(['sites[0].origins[0]', 'sites[1].origins[0]']);
});

test('all problems are told at once, a line each', () => {
  const written = { ...configuration, maxAgeDays: 0, metrics: 1 };
  expect(() => readConfiguration(written)).toThrow(
    'maxAgeDays: 0 is refused. Accepted: a whole number of days from 1 to 730.\n' +
      'metrics: 1 is refused. Accepted: true or false.',
  );
});

test('the type of the configuration knows every option, and no other', () => {
  const misspelt = () =>
    // @ts-expect-error -- an unknown option
    [createHandler({ ...configuration, porrt: 3 })];
  expect(misspelt).toThrow('porrt: an unknown option is refused');
  expect(() =>
    // @ts-expect-error -- without sites
    createHandler({ keys: [key] }),
  ).toThrow('sites: a missing option is refused');
});

test('keys may be missing only in development', async () => {
  const { sites } = configuration;
  expect(() => createHandler({ sites })).toThrow(ConfigurationError);
  expect(() => createHandler({ sites, development: false })).toThrow(ConfigurationError);
  expect(() => createHandler({ sites, development: true })).not.toThrow();
});
