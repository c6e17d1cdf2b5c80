import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Resolver } from 'node:dns/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { diagnose, gatherFacts } from '../../src/doctor/index.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** What is said about the page `/` of a site where addresses lead elsewhere. */
async function examinePage(redirects: Record<string, string>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const location = redirects[url];
    if (location === undefined) response.end('a page');
    else response.writeHead(302, { location }).end();
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const page = new URL(`http://127.0.0.1:${port}/`);
  const { findings } = diagnose(
    await gatherFacts({
      page,
      endpoint: undefined,
      recording: undefined,
      resolver: new Resolver(),
      way: { connectTo: undefined, authorities: [], lookup: undefined },
    }),
  );
  const { level, found } = findings.find(({ check }) => check === 'Page') ?? {};
  return `${level}: ${found?.replace(page.origin, '')}`;
}

test.each([
  ['to another page', { '/': '/a', '/a': '/b' }, 'pass: /b answers 200'],
  ['in a circle', { '/': '/a', '/a': '/' }, 'warn: /a answers 302 and leads to /'],
  ['into an app', { '/': 'shop://start' }, 'warn: / answers 302 and leads to shop://start'],
  ['to an address that is none', { '/': 'http://[' }, 'warn: / answers 302 and leads to http://['],
])('a page that leads %s', async (_, redirects, found) => {
  expect(await examinePage(redirects)).toBe(found);
});
