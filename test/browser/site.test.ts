import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get } from 'node:https';
import { makeCredentials } from './authority.ts';
import { findRoute } from './routes.ts';
import { startSite, type Site } from './site.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite({
    '/page': '<p>a page</p>',
    '/tag.js': { script: 'run()' },
    'id.shop.example.com/*': (request) => Response.json({ url: request.url }),
  });
});

afterAll(() => site.close());

const fetchPlain = (path: string) => fetch(`http://127.0.0.1:${site.httpPort}${path}`);

test.each([
  ['/page', 200, 'text/html; charset=utf-8', '<p>a page</p>'],
  ['/tag.js', 200, 'text/javascript; charset=utf-8', 'run()'],
  ['/nothing', 404, 'text/plain;charset=UTF-8', 'not found'],
])('%s is answered with %i', async (path, status, type, body) => {
  const response = await fetchPlain(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toBe(body);
});

test('a route may change while the site runs', async () => {
  site.routes['/late'] = 'now';
  expect(await (await fetchPlain('/late')).text()).toBe('now');
});

test('a handler sees the address with its host, and the request is recorded', async () => {
  const host = 'id.shop.example.com';
  const options = { port: site.httpsPort, host: '127.0.0.1', path: '/id.gif?r=1' };
  const headers = { host, cookie: 'a=1' };
  const body = await new Promise<string>((resolve, reject) => {
    get({ ...options, headers, rejectUnauthorized: false }, (response) => {
      response.setEncoding('utf8').once('data', resolve);
    }).once('error', reject);
  });
  expect(JSON.parse(body)).toEqual({ url: 'https://id.shop.example.com/id.gif?r=1' });
  expect(site.requestsTo('id.shop.example.com/id.gif')).toMatchObject([
    { method: 'GET', scheme: 'https', host, path: '/id.gif', search: '?r=1', cookie: 'a=1' },
  ]);
});

test.each([
  ['www.example.com', '/', 'root'],
  ['www.example.com', '/a/b', 'below a'],
  ['id.example.com', '/', 'id'],
  ['id.example.com', '/a/b', 'id'],
  ['id.example.com', '/id.gif', 'exact'],
  ['www.example.com', '/other', undefined],
])('on %s the route of %s is %s', (host, path, expected) => {
  const routes = {
    '/': 'root',
    '/a/*': 'below a',
    'id.example.com/': 'id',
    'id.example.com/*': 'id',
    'id.example.com/id.gif': 'exact',
  };
  expect(findRoute(routes, host, path)).toBe(expected);
});

test('each site has an authority of its own', async () => {
  const credentials = await makeCredentials();
  expect(credentials.authorityKeyHash).not.toBe(site.trustedKeyHash);
  expect(credentials.chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
});
