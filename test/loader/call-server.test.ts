import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createCallServer } from '../../src/loader/call-server.ts';

const realFetch = globalThis.fetch;
beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { origin: 'https://www.example.com' });
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = realFetch;
});

/** Answers each request when the test says so. */
function holdRequests() {
  const held: { address: string; isKept: boolean; answer: (status: number) => void }[] = [];
  globalThis.fetch = jest.fn(
    (address, { keepalive: isKept = false, signal }: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        const answer = (status: number) => resolve(new Response(null, { status }));
        signal?.addEventListener('abort', () => reject(signal.reason));
        held.push({ address: String(address), isKept, answer });
      }),
  ) as typeof fetch;
  return held;
}

/** Lets everything happen that is due. */
const settle = () => jest.advanceTimersByTimeAsync(0);
const origin = 'https://www.example.com';

describe('the endpoint', () => {
  test.each([
    ['www.example.com/fpid', 'https://www.example.com/fpid/id'],
    ['www.example.com/fpid/', 'https://www.example.com/fpid/id'],
    ['/fpid', `${origin}/fpid/id`],
    ['/fpid/', `${origin}/fpid/id`],
    ['//id.example.com', '//id.example.com/id'],
    ['http://localhost:8080', 'http://localhost:8080/id'],
    ['localhost', 'https://localhost/id'],
  ])('written as %s is asked at %s', async (serverUrl, address) => {
    const held = holdRequests();
    void createCallServer(serverUrl)('/id');
    await settle();
    expect(held.map((request) => request.address)).toEqual([address]);
  });

  test('is asked once for all who ask at the same time, and again later', async () => {
    const held = holdRequests();
    const call = createCallServer('/fpid');
    const both = Promise.all([call('/id'), call('/id')]);
    await settle();
    expect(held).toHaveLength(1);
    held[0]?.answer(200);
    expect(await both).toEqual(['server_answered', 'server_answered']);
    void call('/id');
    await settle();
    expect(held).toHaveLength(2);
  });

  test('hears at once of a visitor to forget, and what it was asked before is given up', async () => {
    const held = holdRequests();
    const call = createCallServer('/fpid');
    const renewal = call('/id');
    await settle();
    void call('/forget');
    expect(await renewal).toBe('server_unreachable');
    await settle();
    expect(held).toMatchObject([
      { address: `${origin}/fpid/id`, isKept: false },
      { address: `${origin}/fpid/forget`, isKept: true },
    ]);
  });

  test('is asked again only when the visitor is forgotten', async () => {
    const held = holdRequests();
    const call = createCallServer('/fpid');
    void call('/forget');
    const renewal = call('/id');
    await settle();
    expect(held).toHaveLength(1);
    held[0]?.answer(500);
    await settle();
    held[1]?.answer(200);
    expect(held.map(({ address }) => address)).toEqual([
      `${origin}/fpid/forget`,
      `${origin}/fpid/id`,
    ]);
    expect(await renewal).toBe('server_answered');
  });

  test('is waited for two seconds', async () => {
    holdRequests();
    const answer = createCallServer('/fpid')('/id');
    await jest.advanceTimersByTimeAsync(2000);
    expect(await answer).toBe('server_timeout');
  });

  test('that cannot be reached is called so', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('no answer'));
    expect(await createCallServer('/fpid')('/id')).toBe('server_unreachable');
  });
});
