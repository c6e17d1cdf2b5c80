import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createCallServer } from '../../src/loader/call-server.ts';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** Answers each request when the test says so. */
function holdRequests() {
  const held: { address: string; answer: (status: number) => void }[] = [];
  globalThis.fetch = jest.fn(
    (address) =>
      new Promise<Response>((resolve) => {
        const answer = (status: number) => resolve(new Response(null, { status }));
        held.push({ address: String(address), answer });
      }),
  ) as typeof fetch;
  return held;
}

/** Lets everything happen that is due. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the endpoint', () => {
  test.each([
    ['www.example.com/fpid', 'https://www.example.com/fpid/id'],
    ['/fpid', '/fpid/id'],
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

  test('hears of a visitor to forget only when the answer before is there, which may set cookies', async () => {
    const held = holdRequests();
    const call = createCallServer('/fpid');
    void call('/id');
    void call('/forget');
    await settle();
    expect(held.map(({ address }) => address)).toEqual(['/fpid/id']);
    held[0]?.answer(500);
    await settle();
    expect(held.map(({ address }) => address)).toEqual(['/fpid/id', '/fpid/forget']);
  });

  test.each([
    ['TimeoutError', 'server_timeout'],
    ['TypeError', 'server_unreachable'],
  ])('that ends with a %s is called %s', async (name, reason) => {
    globalThis.fetch = () => Promise.reject(new DOMException('no answer', name));
    expect(await createCallServer('/fpid')('/id')).toBe(reason);
  });
});
