import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createContainer } from '../../src/sandbox/container/index.ts';
import { createMemoryPage } from '../../src/sandbox/page/index.ts';
import {
  createBigQueryStore,
  createServerContainer,
} from '../../src/sandbox/server-container/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import type { Template } from '../../src/tpl/index.ts';
import { clients, serverTags, webTags } from './samples-fields.ts';

const nowMillis = (): number => 1_700_000_000_000;
const random = (): number => 0.5;

function sample(name: string): Template {
  const url = new URL(`samples/${name}.tpl`, import.meta.url);
  return parseTemplate(readFileSync(url, 'utf8'), name).template;
}

test('the web samples act on one page, in the order of its events', async () => {
  const page = createMemoryPage({
    url: 'https://www.example.com/shop/?q=1',
    referrer: 'https://search.example.org/find',
    title: 'Shop',
    nowMillis,
    random,
  });
  page.window['dataLayer'] = [{ user: { id: 'u1', email: 'a@example.com' } }];
  const container = createContainer({ page });
  const ends: string[] = [];
  container.onTagStatus(({ tagId, event, status }) => ends.push(`${event} ${tagId} ${status}`));
  for (const [name, event, fields] of webTags) {
    const firesOn = (fired: string): boolean => fired === event;
    container.addTag({ template: sample(name), fields, tagId: name, firesOn });
  }
  container.start();
  await page.drain();

  expect(ends.sort()).toEqual(webTags.map(([name, event]) => `${event} ${name} success`).sort());
  expect(page.requests.map(({ url }) => url)).toEqual([
    'https://banner.gatekeeper.example/banner.js',
    'https://hit.lantern.example/v1/hit?a=123456&e=view&h=www.example.com&p=%2Fshop%2F' +
      '&r=search.example.org&t=Shop&c=UTF-8&n=550000&ms=1700000000000',
    'https://cdn.harbour.example/chat/abc.js',
    'https://frames.parcel.example/order/MXwy/none',
    'https://echo.example.com/e' +
      '?v=%7B%22id%22%3A%22u1%22%2C%22email%22%3A%22a%40example.com%22%7D&m=3699',
  ]);
  expect(page.window['visitCounter']).toMatchObject({ count: 1, runs: 1 });
  expect(page.window.document.cookie).toBe('');
  Reflect.apply(page.window['gatekeeperUpdate'] as () => void, undefined, [true, false]);
  await page.drain();
  expect(page.window.document.cookie).toBe('kept=x');
});

const secret = 'c2VjcmV0';
const signature = 'd8nib5-LvhLynwdHlLdwbI1fY0jHxoqJve36zLDvWMc';
const table = { projectId: 'project', datasetId: 'd', tableId: 't' };

/** A server with all samples, and what it sent. */
function startServer() {
  const sent: [url: string, body: string | undefined][] = [];
  const bigQuery = createBigQueryStore();
  const server = createServerContainer({
    nowMillis,
    random,
    bigQuery,
    keys: { key1: secret, score: secret },
    network: ({ url, body }) => {
      sent.push([url, body]);
      return Promise.resolve({ statusCode: 200, body: `/* ${url} */` });
    },
  });
  for (const [name, fields] of clients) server.addClient({ template: sample(name), fields, name });
  const visitor = { eventKey: 'client_id', cookieName: 'pid' };
  server.addVariable({
    template: sample('server-cookie-variable'),
    name: 'Visitor',
    fields: visitor,
  });
  const domain = { mode: 'domain', input: 'www.example.co.uk' };
  server.addVariable({ template: sample('server-regex-variable'), name: 'Domain', fields: domain });
  for (const [name, fields] of serverTags) {
    server.addTag({ template: sample(name), fields, firesOn: () => true });
  }
  return { server, sent, rows: () => bigQuery.rows(table) };
}

describe('the server samples in one container', () => {
  test('run every tag for each event of a webhook', async () => {
    const { server, sent, rows } = startServer();
    const result = await server.handle({
      url: '/webhook?shop=main',
      method: 'POST',
      headers: { 'X-Signature': 's3' },
      body: '{"events":[{"name":"paid","id":"7","value":2},{"name":"sent","id":"8"}]}',
      remoteAddress: '192.0.2.1',
    });

    expect(new TextDecoder().decode(result.body)).toBe('{"message":"Done"}');
    expect(result.events.map(({ name }) => name)).toEqual(['paid', 'sent']);
    const statuses = result.events.flatMap(({ tags }) => tags.map(({ status }) => status));
    expect(statuses).toEqual(statuses.map(() => 'success'));
    expect(statuses).toHaveLength(2 * serverTags.length);
    expect(result.errors).toEqual([]);
    expect(sent).toContainEqual([
      'https://api.northwind.example/v2/events?token=t',
      '{"name":"paid","time":1700000000,"value":2,"user":{},"page":{},"visitor":"7 of example.co.uk"}',
    ]);
    expect(sent.map(([url]) => new URL(url).hostname).sort()).toEqual(
      ['api.northwind.example', 'sink.example.com', 'www.google-analytics.com'].flatMap((host) => [
        host,
        host,
      ]),
    );
    expect(rows()).toEqual([{}, {}]);
  });

  test('keep the cookie that came with a pixel', async () => {
    const { server } = startServer();
    const result = await server.handle({
      url: '/p.gif?a=1&b=2&b=3',
      headers: { cookie: 'pid=1.2', host: 'px.shop.example.com' },
      acceptsCommands: true,
    });

    expect(result.events[0]?.data).toEqual({
      event_name: 'pixel',
      client_id: '1.2',
      'x-a': '1',
      'x-b': ['2', '3'],
    });
    expect(result.headers).toContainEqual(['content-type', 'image/gif']);
    expect(result.headers).toContainEqual([
      'set-cookie',
      'pid=1.2; Domain=example.com; Path=/; Max-Age=31536000; SameSite=lax; Secure; HttpOnly',
    ]);
    expect(result.pixels).toEqual([`https://px.example.com/s?total=0&s=${signature}`]);
  });

  test.each([
    ['/g/collect?v=2&tid=G-1&cid=3.4&en=page_view&ep.x=y', '3.4'],
    ['/collect?v=1&tid=UA-1&cid=5.6&t=pageview', '5.6'],
  ])('take %s', async (url, id) => {
    const result = await startServer().server.handle({ url });
    expect(result).toMatchObject({ status: 204, claimedBy: 'server-measurement-client' });
    expect(result.events[0]?.data).toMatchObject({ event_name: 'page_view', client_id: id });
  });

  test('load a script once', async () => {
    const { server, sent } = startServer();
    const [first, second] = [await server.handle({ url: '/t.js' }), await server.handle({ url: '/t.js' })]; // prettier-ignore
    expect(first.headers).toEqual([
      ['etag', '"d6ad7785d7d4cb19"'],
      ['cache-control', 'public, max-age=600'],
    ]);
    expect(second).toEqual(first);
    expect(sent).toEqual([['https://www.googletagmanager.com/gtm.js?id=GTM-ABC', undefined]]);
  });

  test('leave what no client claims', async () => {
    expect(await startServer().server.handle({ url: '/none' })).toMatchObject({ status: 400 });
  });
});
