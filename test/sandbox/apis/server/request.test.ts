import { describe, expect, test } from '@jest/globals';
import { grant } from '../../permissions/grant.ts';
import { prepareServer } from './run-server-snippet.ts';

const request = {
  url: 'https://server.example.com/collect?a=1&b=x%20y&a=2&bad=%',
  method: 'post',
  body: 'hello',
  headers: {
    'User-Agent': 'Test',
    Accept: ['a', 'b'],
    'X-Forwarded-For': '203.0.113.9, 10.0.0.1',
    Cookie: 'id=a%20b; id=%; other="q"',
  },
};

describe('a request', () => {
  test.each([
    [`getRequestBody')()`, 'hello'],
    [`getRequestMethod')()`, 'POST'],
    [`getRequestPath')()`, '/collect'],
    [`getRequestQueryString')()`, 'a=1&b=x%20y&a=2&bad=%'],
    [`getRequestQueryParameter')('b')`, 'x y'],
    [`getRequestQueryParameter')('a')`, '1'],
    [`getRequestQueryParameter')('none')`, undefined],
    [`getRequestQueryParameters')()`, { a: ['1', '2'], b: 'x y', bad: '%' }],
    [`getRequestHeader')('USER-agent')`, 'Test'],
    [`getRequestHeader')('accept')`, 'a, b'],
    [`getRequestHeader')('host')`, 'server.example.com'],
    [`getRequestHeader')('none')`, undefined],
    [`getRemoteAddress')()`, '203.0.113.9'],
    [`getCookieValues')('id')`, ['a b', '%']],
    [`getCookieValues')('id', true)`, ['a%20b', '%']],
    [`getCookieValues')('none')`, []],
  ])("answers require('%s as %j", (call, expected) => {
    expect(prepareServer({ request }).run(`return require('${call};`)).toEqual(expected);
  });

  test('without query or body has an empty query string and an undefined body', () => {
    const code = `return [require('getRequestQueryString')(), require('getRequestBody')()];`;
    expect(prepareServer({ request: { url: '/' } }).run(code)).toEqual(['', undefined]);
  });

  test.each([
    [{ Forwarded: 'for=192.0.2.60;proto=http;by=203.0.113.43' }, '192.0.2.60'],
    [{ Forwarded: 'for="[2001:db8::1]:4711"' }, '2001:db8::1'],
    [{ 'X-Forwarded-For': '192.0.2.1:1234' }, '192.0.2.1'],
    [{ 'X-Forwarded-For': '2001:db8::2' }, '2001:db8::2'],
    [{}, '198.51.100.7'],
  ])('with the headers %j comes from %s', (headers, expected) => {
    const server = prepareServer({ request: { url: '/', headers, remoteAddress: '198.51.100.7' } });
    expect(server.run(`return require('getRemoteAddress')();`)).toBe(expected);
  });

  test.each([
    `getRequestHeader')()`,
    `getRequestHeader')(1)`,
    `getRequestQueryParameter')(null)`,
    `getCookieValues')({})`,
  ])("throws at the wrong arguments of require('%s", (call) => {
    expect(() => prepareServer({ request }).run(`require('${call}`)).toThrow('Argument error in');
  });

  test.each([
    `getRequestBody')()`,
    `getRequestHeader')('a')`,
    `getRequestMethod')()`,
    `getRequestPath')()`,
    `getRequestQueryParameter')('a')`,
    `getRequestQueryParameters')()`,
    `getRequestQueryString')()`,
    `getRemoteAddress')()`,
    `isRequestMpv1')()`,
    `isRequestMpv2')()`,
  ])("needs the permission read_request for require('%s", (call) => {
    const server = prepareServer({ permissions: [] });
    expect(() => server.run(`require('${call}`)).toThrow('read_request is not configured');
  });

  test('shows the headers of the whitelist only, whatever their letters', () => {
    const permissions = [
      grant('read_request', {
        requestAccess: 'specific',
        headersAllowed: true,
        headerAccess: 'specific',
        headerWhitelist: [{ headerName: 'User-Agent' }],
      }),
    ];
    const { run } = prepareServer({ request, permissions });
    expect(run(`return require('getRequestHeader')('user-AGENT');`)).toBe('Test');
    expect(() => run(`require('getRequestHeader')('accept');`)).toThrow(
      'Prohibited read of the request: header accept.',
    );
  });
});

describe('the Measurement Protocol', () => {
  const mpv2 = {
    url: '/g/collect?v=2&tid=G-1&cid=5.6&en=page_view&dl=https%3A%2F%2Fexample.com%2F&ep.kind=x&epn.n=2&up.plan=pro&sr=1x1',
    headers: { 'user-agent': 'Test' },
    remoteAddress: '192.0.2.1',
  };

  test('version 2 gives one event with names of the unified schema', () => {
    const { run } = prepareServer({ request: mpv2 });
    expect(run(`return require('isRequestMpv2')();`)).toBe(true);
    expect(run(`return require('extractEventsFromMpv2')();`)).toEqual([
      {
        ip_override: '192.0.2.1',
        user_agent: 'Test',
        'x-ga-protocol_version': '2',
        'x-ga-measurement_id': 'G-1',
        client_id: '5.6',
        event_name: 'page_view',
        page_location: 'https://example.com/',
        screen_resolution: '1x1',
        kind: 'x',
        n: 2,
        'x-ga-mp2-user_properties': { plan: 'pro' },
      },
    ]);
  });

  test('version 2 gives an event a line of the body', () => {
    const url = '/g/collect?v=2&tid=G-1&cid=5.6';
    const { run } = prepareServer({
      request: { url, method: 'POST', body: 'en=a\r\nen=b&epn.v=1' },
    });
    const names = run(`return require('extractEventsFromMpv2')().map(e => e.event_name);`);
    expect(names).toEqual(['a', 'b']);
  });

  test.each([
    ['/collect?v=1&tid=UA-1&t=pageview&cid=7', 'page_view'],
    ['/j/collect?v=1&tid=UA-1&t=event&ea=click&cid=7', 'click'],
    ['/collect?v=1&tid=UA-1&t=event&cid=7', 'event'],
    ['/collect?v=1&tid=UA-1&t=timing&cid=7', 'timing'],
  ])('version 1 names the event of %s %s', (url, name) => {
    const { run } = prepareServer({ request: { url } });
    const code = `const e = require('extractEventsFromMpv1')()[0];
      return [require('isRequestMpv1')(), e.event_name, e.client_id, e['x-ga-mp1-tid']];`;
    expect(run(code)).toEqual([true, name, '7', 'UA-1']);
  });

  test.each(['Mpv1', 'Mpv2'])('throws when the request is not of %s', (version) => {
    const { run } = prepareServer({ request: { url: '/other' } });
    expect(run(`return require('isRequest${version}')();`)).toBe(false);
    expect(() => run(`require('extractEventsFrom${version}')();`)).toThrow('Measurement Protocol');
  });
});
