import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  nextD8aSession,
  parseD8aClient,
  parseD8aSession,
  printD8aClient,
  printD8aSession,
  readTokenNumber,
} from '../../src/core/formats/d8a/d8a-cookies.ts';

const seconds = fc.integer({ min: 0, max: 4102444800 });
const random = fc.integer({ min: 0, max: 2147483646 });
const token = fc.tuple(
  fc.constantFrom('s', 'o', 'g', 't', 'j', 'd', 'z', 'q'),
  fc.stringMatching(/^[0-9a-z]{0,12}$/),
);
const sessionText = fc
  .array(token, { maxLength: 9 })
  .map((tokens) => 'S1.1.' + tokens.map(([key, value]) => key + value).join('$'));

describe('d8a cookies of any content', () => {
  test('a text that is read as a client cookie prints as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => 'C1.1.' + rest),
        ),
        (text) => {
          const clientId = parseD8aClient(text);
          if (clientId !== undefined) expect(printD8aClient(clientId)).toBe(text);
        },
      ),
    );
  });

  test('a session keeps unknown tokens and the order of tokens through a hit', () => {
    fc.assert(
      fc.property(sessionText, seconds, random, (text, nowSeconds, number) => {
        const before = parseD8aSession(text) ?? [];
        const step = { nowSeconds, timeoutSeconds: 1800, randoms: [number, number, number] };
        const after = nextD8aSession(before, step);
        expect(after.slice(0, before.length).map(({ key }) => key)).toEqual(
          before.map(({ key }) => key),
        );
        const unknown = (tokens: typeof before) => tokens.filter(({ key }) => 'zq'.includes(key));
        expect(unknown(after)).toEqual(unknown(before));
      }),
    );
  });

  test('after a hit a session is complete, was used now, and reads back as printed', () => {
    fc.assert(
      fc.property(sessionText, seconds, random, (text, nowSeconds, number) => {
        const step = { nowSeconds, timeoutSeconds: 1800, randoms: [number, number, number] };
        const after = nextD8aSession(parseD8aSession(text) ?? [], step);
        expect(readTokenNumber(after, 't')).toBe(nowSeconds);
        expect(readTokenNumber(after, 'j')).toBeGreaterThanOrEqual(0);
        expect(parseD8aSession(printD8aSession(after))).toEqual(after);
      }),
    );
  });

  test('a session number never falls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 4000 }), { maxLength: 30 }),
        random,
        (pauses, number) => {
          let nowSeconds = 1700000000;
          let session = parseD8aSession('S1.1.') ?? [];
          let count = 0;
          for (const pause of pauses) {
            nowSeconds += pause;
            const step = { nowSeconds, timeoutSeconds: 1800, randoms: [number, number, number] };
            session = nextD8aSession(session, step);
            const next = readTokenNumber(session, 'o') ?? 0;
            expect(next).toBeGreaterThanOrEqual(count);
            count = next;
          }
        },
      ),
    );
  });
});
