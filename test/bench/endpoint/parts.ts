import { createAnswerer } from '../../../src/endpoint/handler.ts';
import { readConfiguration } from '../../../src/endpoint/configuration/read-configuration.ts';
import { parseCookieHeader } from '../../../src/endpoint/cookie-header.ts';
import { decideOrigin } from '../../../src/endpoint/origin.ts';
import { createNodeKeyring } from '../../../src/endpoint/platforms/node-keyring.ts';
import { readServerId } from '../../../src/endpoint/server-id.ts';
import { key, knownVisitor, sites } from './known-visitor.ts';

/*
 * What one request of a known visitor costs inside the endpoint, without a network: prints one JSON
 * object of microseconds, medians of rounds. Node, Deno and Bun run it as it is.
 */
const configuration = readConfiguration({ sites, keys: [key], maxRequestsPerSecond: 0 });
const keyring = createNodeKeyring([key]);
const answer = createAnswerer(configuration, { createKeyring: createNodeKeyring });
const headers = await knownVisitor();
const [, signed = ''] = /first_party_id=([^;]+)/.exec(headers.cookie) ?? [];
const request = (path: string) => new Request(`http://${headers.Host}${path}`, { headers });
const [image, health] = [request('/id.gif'), request('/healthz')];
const bound = { isFromTrustedProxy: false };

const parts: Record<string, () => unknown> = {
  'whole answer': () => answer({ request: image, ...bound }),
  'hono and headers': () => answer({ request: health, ...bound }),
  'one signature': () => readServerId([signed], 'example.com', keyring),
  'origin decision': () => decideOrigin({ request: image, ...bound }, configuration.sites),
  'cookie header': () => parseCookieHeader(headers.cookie),
  'bare response': () => new Response('ok', { headers: { 'set-cookie': 'a=b' } }),
};

async function measureMicros(part: () => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const start = performance.now();
    for (let turn = 0; turn < 1000; turn += 1) await part();
    rounds.push(performance.now() - start);
  }
  // The first rounds are the compiler's.
  const counted = rounds.slice(5).sort((one, other) => one - other);
  return Math.round((counted[10] ?? 0) * 10) / 10;
}

const micros: Record<string, number> = {};
for (const [name, part] of Object.entries(parts)) micros[name] = await measureMicros(part);
console.log(JSON.stringify(micros));
