import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createHandler } from '../../src/endpoint/handler.ts';
import { createFunction } from '../../src/endpoint/platforms/aws-lambda.ts';
import { createWorker } from '../../src/endpoint/platforms/cloudflare.ts';
import { startEndpoint } from '../../src/endpoint/platforms/node.ts';
import { configuration } from '../endpoint/visitor.ts';

// How the endpoint serves the loader.

const loaderScript = readFileSync('dist/loader.js', 'utf8');
const address = 'https://id.example.com/loader.js';
const handler = createHandler(configuration, { loaders: { 'loader.js': loaderScript } });

describe('GET /loader.js', () => {
  test('answers anybody with the script, without cookies', async () => {
    const response = await handler(new Request(address, { headers: { cookie: '_d8a=C1.1.1.2' } }));
    expect(await response.text()).toBe(loaderScript);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      etag: expect.stringMatching(/^"[0-9a-f]{40}"$/),
    });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('is named by its content', async () => {
    const etagOf = async (text: string) =>
      (
        await createHandler(configuration, { loaders: { 'loader.js': text } })(new Request(address))
      ).headers.get('etag');
    expect(await etagOf('one')).toBe(await etagOf('one'));
    expect(await etagOf('one')).not.toBe(await etagOf('other'));
  });

  test.each(['ETAG', 'W/ETAG', '"other", ETAG', '*'])(
    'answers 304 to If-None-Match: %s',
    async (text) => {
      const etag = (await handler(new Request(address))).headers.get('etag') ?? '';
      const headers = { 'if-none-match': text.replace('ETAG', etag) };
      const response = await handler(new Request(address, { headers }));
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe(etag);
      expect(response.headers.get('cache-control')).toContain('max-age=3600');
      expect(await response.text()).toBe('');
    },
  );

  test('answers HEAD, and nothing else', async () => {
    const ask = (method: string) => handler(new Request(address, { method }));
    expect((await ask('HEAD')).status).toBe(200);
    expect((await ask('POST')).status).toBe(405);
  });

  test('is not found where there is no script', async () => {
    expect((await createHandler(configuration)(new Request(address))).status).toBe(404);
  });
});

describe('the platform', () => {
  test.each(['loader.js', 'loader-all.js'])('Node serves the built %s', async (file) => {
    const endpoint = await startEndpoint({ ...configuration, port: 0, logLevel: 'silent' });
    const response = await fetch(`http://127.0.0.1:${endpoint.port}/${file}`);
    expect(await response.text()).toBe(readFileSync(`dist/${file}`, 'utf8'));
    await endpoint.close();
  });

  test('Lambda serves the built script', async () => {
    const answer = createFunction({ ...configuration });
    const { statusCode, body } = await answer({
      rawPath: '/loader.js',
      rawQueryString: '',
      headers: { host: 'id.example.com' },
      requestContext: { domainName: 'id.example.com', http: { method: 'GET' } },
    });
    expect([statusCode, body]).toEqual([200, loaderScript]);
  });

  test('a Worker serves the script it is given', async () => {
    const worker = createWorker({ ...configuration }, { loaders: { 'loader.js': loaderScript } });
    expect(await (await worker.fetch(new Request(address), {})).text()).toBe(loaderScript);
  });
});
