import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../../src/endpoint/index.ts';
import type { EndpointEvent } from '../../../src/endpoint/endpoint-event.ts';
import { createMetrics } from '../../../src/endpoint/operations/metrics.ts';
import { createRequestRate } from '../../../src/endpoint/operations/request-rate.ts';
import { ask, configuration, imageHeaders, startSeconds } from '../visitor.ts';

function watched() {
  const metrics = createMetrics();
  const events: EndpointEvent[] = [];
  const observe = (event: EndpointEvent) => {
    events.push(event);
    metrics.observe(event);
  };
  const handler = createHandler(configuration, {
    observe,
    nowMillis: () => startSeconds * 1000,
    printMetrics: metrics.print,
  });
  return { handler, events, metrics };
}

describe('metrics', () => {
  test('do not exist unless they are configured', async () => {
    expect((await ask(createHandler(configuration), '/metrics')).status).toBe(404);
  });

  test('count answers, refusals, visitors and what did not fit into a backup', async () => {
    const { handler } = watched();
    await ask(handler, '/id.gif');
    await ask(handler, '/id.gif', { origin: 'https://evil.com' });
    await ask(handler, '/wp-login.php');
    const cookie = Array.from({ length: 25 }, (_, n) => `_d8a_${n}=S1.1.s1$o1$t${n + 1}`).join(
      '; ',
    );
    await ask(handler, '/id.gif', { ...imageHeaders, cookie });
    const text = await (await ask(handler, '/metrics', {})).text();
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'first_party_id_requests_total{route="/id.gif",status="200"} 2',
        'first_party_id_requests_total{route="/id.gif",status="403"} 1',
        'first_party_id_requests_total{route="none",status="404"} 1',
        'first_party_id_refusals_total{reason="an origin that is not configured"} 1',
        'first_party_id_visitors_total{kind="new"} 2',
        'first_party_id_request_seconds_count 4',
      ]),
    );
    expect(text).toMatch(/^first_party_id_backup_dropped_sessions_total [5-9]$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
  });

  test('and logs are told nothing that comes from the visitor', async () => {
    const { handler, events } = watched();
    const secret = 'aaaaaaaaaaaaaaaaaaaa';
    await ask(handler, `/id.gif?${secret}`, { ...imageHeaders, cookie: `_d8a=${secret}` });
    await ask(handler, `/${secret}`, { 'user-agent': secret, origin: `https://${secret}.com` });
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(events.map(({ kind }) => kind)).toEqual(['visitor', 'answer', 'answer']);
  });

  test('count what breaks', async () => {
    const metrics = createMetrics();
    const broken = createHandler(configuration, {
      observe: metrics.observe,
      randomUuid: () => 'not; a uuid',
    });
    expect((await ask(broken, '/id.gif')).status).toBe(500);
    expect(await metrics.print()).toMatch(/^first_party_id_errors_total 1$/m);
  });
});

test('readyz says no while the endpoint is being stopped, and healthz yes', async () => {
  const stopping = createHandler(configuration, { isReady: () => false });
  expect((await ask(stopping, '/readyz', {})).status).toBe(503);
  expect((await ask(stopping, '/healthz', {})).status).toBe(200);
});

test('a rate allows so many requests a second, and 0 allows all', () => {
  const rate = createRequestRate(2);
  const times = [0, 1, 2, 999, 1000, 1001, 1002, 60_000, 59_000];
  expect(times.map((millis) => rate.allows(millis))).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    false,
    true,
    true,
  ]);
  const free = createRequestRate(0);
  expect(times.every(() => free.allows(0))).toBe(true);
});
