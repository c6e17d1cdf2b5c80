import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connect, type Socket } from 'node:net';
import { startEndpoint, type TimeLimits } from '../../../src/endpoint/platforms/node.ts';
import type { RunningEndpoint } from '../../../src/endpoint/platforms/running-endpoint.ts';
import type { EndpointConfiguration } from '../../../src/endpoint/types.ts';

const origin = 'http://127.0.0.1:3000';
const local: EndpointConfiguration = {
  sites: [{ origins: [origin], cookieDomain: '' }],
  development: true,
  port: 0,
  logLevel: 'silent',
};
const running: RunningEndpoint[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close()));
});

async function start(
  changes: Partial<EndpointConfiguration> = {},
  limits: Partial<TimeLimits> = {},
) {
  const endpoint = await startEndpoint({ ...local, ...changes }, limits);
  running.push(endpoint);
  return endpoint;
}

async function open({ port }: RunningEndpoint, text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A reset is one way for the server to end a connection.
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** `once` would fail for a connection that the server resets. */
function whenClosed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

/** All that comes until the server ends the connection. */
async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await whenClosed(socket);
  return Buffer.concat(chunks).toString('latin1');
}

const statusesIn = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
const health = 'GET /healthz HTTP/1.1\r\nHost: a\r\n';

describe('a start', () => {
  test('answers on a port of its own, and no longer after it is closed', async () => {
    const endpoint = await start();
    const url = `http://127.0.0.1:${endpoint.port}/id.gif`;
    const response = await fetch(url, { headers: { referer: origin, connection: 'close' } });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toHaveLength(2);
    expect((await response.arrayBuffer()).byteLength).toBe(43);
    await endpoint.close();
    await endpoint.closed;
    await expect(fetch(url)).rejects.toThrow();
  });

  test('fails with a wrong configuration, or on a port in use', async () => {
    await expect(start({ sites: [] })).rejects.toThrow('sites: []');
    const { port } = await start();
    await expect(start({ port })).rejects.toThrow('EADDRINUSE');
  });

  test('leaves no signal listener behind when it is over', async () => {
    const before = process.listenerCount('SIGTERM');
    const endpoint = await start();
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    await endpoint.close();
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});

describe('a stop', () => {
  test('finishes a request under way', async () => {
    const endpoint = await start();
    // A first answer shows that the server has taken up the connection.
    const socket = await open(endpoint, `${health}\r\nGET /healthz HTTP/1.1\r\n`);
    await once(socket, 'data');
    const closing = endpoint.close();
    socket.write('Host: a\r\n\r\n');
    expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 200 OK[^]*connection: close/i);
    await closing;
  });

  test('says so at readyz for as long as configured, then closes the port', async () => {
    const endpoint = await start({ drainSeconds: 1 });
    const closing = endpoint.close();
    const url = `http://127.0.0.1:${endpoint.port}`;
    const statuses = ['/readyz', '/healthz'].map(async (path) => (await fetch(url + path)).status);
    expect(await Promise.all(statuses)).toEqual([503, 200]);
    await closing;
    await expect(fetch(url)).rejects.toThrow();
  });

  test('cuts a request that does not end', async () => {
    const endpoint = await start({}, { graceMillis: 50 });
    const socket = await open(endpoint, `${health}\r\nGET /healthz HTTP/1.1\r\n`);
    await once(socket, 'data');
    await endpoint.close();
    await readAll(socket);
  });
});

/** Memory that is in use, without what only waits to be collected. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('a client', () => {
  test('that sends its head slowly is cut off', async () => {
    const endpoint = await start({}, { headMillis: 50 });
    const socket = await open(endpoint, 'GET /healthz HTTP/1.1\r\nHost:');
    expect(statusesIn(await readAll(socket))).toEqual(['408']);
  });

  test('that sends its body slowly is cut off', async () => {
    const endpoint = await start({}, { headMillis: 50, requestMillis: 100 });
    const head = `POST /id HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${origin}\r\nContent-Length: 9\r\n\r\nx`;
    expect(statusesIn(await readAll(await open(endpoint, head)))).toEqual(['408']);
  });

  test('that goes away in the middle of its body disturbs nobody', async () => {
    const endpoint = await start({ metrics: true });
    const socket = await open(
      endpoint,
      `POST /id HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${origin}\r\nContent-Length: 9\r\n\r\nx`,
    );
    socket.destroy();
    await whenClosed(socket);
    const metrics = await fetch(`http://127.0.0.1:${endpoint.port}/metrics`);
    expect(await metrics.text()).toMatch(/^first_party_id_errors_total 0$/m);
  });

  test('that asks and asks and never reads is cut off, and nothing of it is kept', async () => {
    const endpoint = await start({ maxRequestsPerSecond: 0 }, { idleMillis: 200 });
    const socket = await open(endpoint, '');
    const closed = whenClosed(socket);
    const before = usedBytes();
    // More than the pipe holds in both directions together.
    const many = `${health}\r\n`.repeat(20_000);
    for (let turn = 0; turn < 20; turn += 1) socket.write(many);
    await closed;
    // All that was asked would be answered with several times as much.
    expect(usedBytes() - before).toBeLessThan(50e6);
  });

  test('that asks too often on one connection gets 429 and is cut off', async () => {
    const endpoint = await start({ maxRequestsPerSecond: 5 });
    const text = await readAll(await open(endpoint, `${health}\r\n`.repeat(20)));
    const answers = statusesIn(text);
    expect(answers.filter((status) => status === '200').length).toBeGreaterThanOrEqual(5);
    expect(answers.at(-1)).toBe('429');
    const last = text.slice(text.lastIndexOf('HTTP/1.1'));
    expect(last).toMatch(/^cache-control: no-store\r$/im);
    expect(last).toMatch(/^x-content-type-options: nosniff\r$/im);
  });

  test('that is a trusted proxy may ask as often as it likes', async () => {
    const endpoint = await start({ maxRequestsPerSecond: 5, trustedProxies: ['127.0.0.0/8'] });
    const requests = `${health}\r\n`.repeat(19) + `${health}Connection: close\r\n\r\n`;
    const answers = statusesIn(await readAll(await open(endpoint, requests)));
    expect(answers).toEqual(Array(20).fill('200'));
  });
});

describe('a path', () => {
  test.each([
    ['/fpid/metrics', '200'],
    ['/fpid/metrics?x=/../y', '200'],
    ['http://127.0.0.1/fpid/metrics', '200'],
    ['/fpid/./metrics', '404'],
    ['/fpid/%2e/metrics', '404'],
    ['/fpid/x/../metrics', '404'],
    ['/fpid/x/%2e%2e/metrics', '404'],
    ['/fpid\\metrics', '404'],
    ['//127.0.0.1/fpid/metrics', '404'],
    ['http://127.0.0.1/fpid/./metrics', '404'],
    ['http://127.0.0.1?/fpid/metrics', '404'],
    ['http://127.0.0.1', '404'],
    ['http:///fpid/metrics', '404'],
    ['/fpid/metrics#x', '404'],
    ['http://127.0.0.1/fpid/x/%2E./metrics', '404'],
  ])('is taken as it is sent: %s', async (target, status) => {
    const endpoint = await start({ basePath: '/fpid', metrics: true });
    const head = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;
    expect(statusesIn(await readAll(await open(endpoint, head)))).toEqual([status]);
  });
});

describe('a request line', () => {
  const ask = async (lines: string[]) => {
    const text = [...lines, `Origin: ${origin}`, 'Connection: close', '', ''].join('\r\n');
    const answer = await readAll(await open(await start(), text));
    return [statusesIn(answer)[0], /set-cookie/i.test(answer)];
  };

  test.each([
    [
      'with an address of its own',
      ['GET http://127.0.0.1/id.gif HTTP/1.1', 'Host: evil.com'],
      '200',
      true,
    ],
    [
      'with a foreign address',
      ['GET http://evil.com/id.gif HTTP/1.1', 'Host: 127.0.0.1'],
      '403',
      false,
    ],
    [
      'with an address that is none',
      ['GET http://%/id.gif HTTP/1.1', 'Host: 127.0.0.1'],
      '404',
      false,
    ],
    ['with an authority', ['OPTIONS * HTTP/1.1', 'Host: 127.0.0.1'], '404', false],
    ['without a Host', ['GET /id.gif HTTP/1.1'], '400', false],
    ['with HTTP/1.0 and no Host', ['GET /id.gif HTTP/1.0'], '403', false],
    [
      'with two Hosts, of which the first counts',
      ['GET /id.gif HTTP/1.1', 'Host: evil.com', 'Host: 127.0.0.1'],
      '403',
      false,
    ],
    [
      'with a Host and a user name',
      ['GET /id.gif HTTP/1.1', 'Host: 127.0.0.1@evil.com'],
      '403',
      false,
    ],
    ['with a Host and a path', ['GET /id.gif HTTP/1.1', 'Host: 127.0.0.1/x'], '403', false],
    ['with TRACE', ['TRACE /id.gif HTTP/1.1', 'Host: 127.0.0.1'], '405', false],
    ['that is no HTTP', ['hello', 'Host: 127.0.0.1'], '400', false],
  ])('%s', async (_, lines, status, hasCookies) => {
    expect(await ask(lines)).toEqual([status, hasCookies]);
  });
});
