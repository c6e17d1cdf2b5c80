import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { isUuid, newUuid } from '../../src/core/new-uuid.ts';
import {
  countSnowplowEvent,
  parseSnowplowId,
  printSnowplowId,
  startSnowplowSession,
} from '../../src/core/formats/snowplow/snowplow-cookies.ts';
import { snowplowHash } from '../../src/core/formats/snowplow/snowplow-hash.ts';
import type { SnowplowId } from '../../src/core/formats/snowplow/types.ts';
import { sha1 } from '../../src/core/formats/snowplow/sha1.ts';

const step = { nowMillis: 1700000000000, visitCount: 1, sessionId: 'new' };
const field = fc.oneof(
  fc.constantFrom('', '0', '1', '-1', '1e3', '0x10', '12abc', 'NaN', 'undefined', '1.5'),
  fc.integer().map(String),
  fc.stringMatching(/^[0-9a-z-]{0,12}$/),
);
const text = fc.array(field, { maxLength: 12 }).map((fields) => fields.join('.'));

describe('a Snowplow id cookie of any content', () => {
  test('once it is printed, reads back as printed', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (stored) => {
        const id = parseSnowplowId(stored, step);
        if (id === undefined) return;
        const printed = printSnowplowId(id);
        expect(printed.split('.').length).toBeGreaterThanOrEqual(10);
        const again = parseSnowplowId(printed, step);
        if (printed.split('.').length === 10) expect(again).toEqual(id);
      }),
    );
  });

  test('keeps its user, and counts one session and one event at a time', () => {
    fc.assert(
      fc.property(text, fc.array(fc.boolean(), { maxLength: 20 }), (stored, actions) => {
        let id = parseSnowplowId(stored, step);
        if (id === undefined) return;
        const { userId, createdSeconds } = id;
        for (const isSession of actions) {
          const before: SnowplowId = id;
          id = isSession ? startSnowplowSession(before, step) : countSnowplowEvent(before, step);
          expect(id.visitCount).toBe(before.visitCount + (isSession ? 1 : 0));
          expect(id.eventIndex).toBe(isSession ? 0 : before.eventIndex + 1);
          if (isSession) expect(id.previousSessionId).toBe(before.sessionId);
        }
        expect(id).toMatchObject({ userId, createdSeconds });
      }),
    );
  });
});

test('the digits of any ASCII text are those of its SHA-1', () => {
  const ascii = fc.stringMatching(/^[ -~]{0,200}$/);
  fc.assert(
    fc.property(ascii, (any) => {
      const digest = createHash('sha1').update(any).digest('hex');
      const words = sha1(any) ?? [];
      const hex = words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
      expect(hex).toBe(digest);
      expect(snowplowHash(any)).toBe(digest.slice(0, 4));
    }),
  );
});

test('five random numbers of any size make a UUID', () => {
  const random = fc.integer({ min: 0, max: 2147483646 });
  fc.assert(
    fc.property(fc.array(random, { minLength: 5, maxLength: 5 }), (randoms) => {
      expect(isUuid(newUuid(randoms))).toBe(true);
    }),
  );
});
