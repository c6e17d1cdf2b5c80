import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startEndpoint } from '../../src/endpoint/node.ts';

const origin = 'http://127.0.0.1:3000';
const local = { sites: [{ origins: [origin], cookieDomain: '' }], development: true };

test('answers on a port of its own, and no longer after it is closed', async () => {
  const endpoint = await startEndpoint(local, { port: 0 });
  const url = `http://127.0.0.1:${endpoint.port}/id.gif`;
  const response = await fetch(url, { headers: { referer: origin, connection: 'close' } });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie()).toHaveLength(2);
  expect((await response.arrayBuffer()).byteLength).toBe(43);
  await endpoint.close();
  await endpoint.closed;
  await expect(fetch(url)).rejects.toThrow();
});

test('finishes a request under way before it closes', async () => {
  const endpoint = await startEndpoint(local, { port: 0 });
  const socket = connect(endpoint.port, '127.0.0.1');
  await once(socket, 'connect');
  // A first answer shows that the server has taken up the connection.
  socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /healthz HTTP/1.1\r\n');
  await once(socket, 'data');
  const closing = endpoint.close();
  socket.write('Host: 127.0.0.1\r\nConnection: close\r\n\r\n');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 200 OK/);
  await closing;
});

test('does not start with a wrong configuration, or on a port in use', async () => {
  await expect(startEndpoint({ ...local, sites: [] })).rejects.toThrow('sites: []');
  const endpoint = await startEndpoint(local, { port: 0 });
  await expect(startEndpoint(local, { port: endpoint.port })).rejects.toThrow('EADDRINUSE');
  await endpoint.close();
});

test('leaves no signal listener behind', async () => {
  const before = process.listenerCount('SIGTERM');
  const endpoint = await startEndpoint(local, { port: 0 });
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  await endpoint.close();
  expect(process.listenerCount('SIGTERM')).toBe(before);
});
