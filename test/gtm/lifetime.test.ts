import { describe, expect, test } from '@jest/globals';
import { Visitor } from './visitor.ts';

const withEndpoint = { propertyIds: 'P', serverUrl: 'www.example.com/fpid' };

describe('the built template with the endpoint, in a browser that shortens what scripts write', () => {
  test('keeps visitor and session count over visits that are weeks apart', async () => {
    const visitor = new Visitor({ shortensScriptCookies: true });
    const first = await visitor.view(withEndpoint);
    for (const [sessionNumber, days] of [
      [2, 8],
      [3, 40],
      [4, 30],
      [5, 200],
      [6, 200],
    ] as const) {
      await visitor.view(withEndpoint);
      visitor.waitDays(days);
      const { identity, requests } = await visitor.view(withEndpoint);
      expect(identity).toMatchObject({ clientId: first.identity['clientId'], sessionNumber });
      expect(requests).toBe(1);
    }
  });

  test('keeps both too when each visit is one page view', async () => {
    const visitor = new Visitor({ shortensScriptCookies: true });
    const first = await visitor.view(withEndpoint);
    for (let sessionNumber = 2; sessionNumber < 8; sessionNumber += 1) {
      visitor.waitDays(30);
      const { identity } = await visitor.view(withEndpoint);
      expect(identity).toMatchObject({ clientId: first.identity['clientId'], sessionNumber });
    }
  });

  test('without the endpoint the visitor is new after eight days', async () => {
    const visitor = new Visitor({ shortensScriptCookies: true });
    const first = await visitor.view({ propertyIds: 'P' });
    visitor.waitDays(8);
    const { identity } = await visitor.view({ propertyIds: 'P' });
    expect(identity['clientId']).not.toBe(first.identity['clientId']);
    expect(identity['sessionNumber']).toBe(1);
  });

  test('a visitor of a browser that does not shorten is kept without the endpoint', async () => {
    const visitor = new Visitor({ shortensScriptCookies: false });
    const first = await visitor.view({ propertyIds: 'P' });
    visitor.waitDays(200);
    const { identity } = await visitor.view({ propertyIds: 'P' });
    expect(identity).toMatchObject({ clientId: first.identity['clientId'], sessionNumber: 2 });
  });

  test('a page view inside a session makes no request', async () => {
    const visitor = new Visitor({ shortensScriptCookies: false });
    const counts = [];
    for (let view = 0; view < 5; view += 1) {
      visitor.nowMillis += 60_000;
      counts.push((await visitor.view(withEndpoint)).requests);
    }
    expect(counts).toEqual([1, 0, 0, 0, 0]);
  });

  test('the tag ends once, as a success', async () => {
    const { statuses } = await new Visitor({ shortensScriptCookies: false }).view(withEndpoint);
    expect(statuses.map(({ status }) => status)).toEqual(['success']);
  });
});
