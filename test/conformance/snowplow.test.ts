import { describe, expect, test } from '@jest/globals';
import { hosts } from './hosts.ts';
import {
  hashRows,
  snowplowRows,
  snowplowStep,
  strangeSnowplowRows,
} from './rows/snowplow-cookies.ts';

describe.each(hosts)('Snowplow $name', (host) => {
  test.each(hashRows)('the digits of %s are %s', (text, digits) => {
    expect(host.call('snowplowHash', text)).toBe(digits);
  });

  test('a text that is not ASCII has no digits', () => {
    expect(host.call('snowplowHash', 'exämple.com/')).toBe('');
  });

  test.each(snowplowRows)('$stored is written again as $printed', ({ stored, printed, next }) => {
    const id = host.call('parseSnowplowId', stored, snowplowStep);
    expect(id).toBeDefined();
    if (id === undefined) return;
    expect(host.call('printSnowplowId', id)).toBe(printed);
    const session = host.call('startSnowplowSession', id, snowplowStep);
    expect(host.call('printSnowplowId', session)).toBe(next);
  });

  test('an anonymous session has neither user nor previous session', () => {
    const text = 'D.100.3.200.150.S.P.F.1234567890123.9';
    const id = host.call('parseSnowplowId', text, snowplowStep);
    const printed = id && host.call('printSnowplowId', host.call('withUser', id, ''));
    expect(printed).toBe('.100.3.200.150.S..F.1234567890123.9');
  });

  test.each(strangeSnowplowRows)('%j is no id cookie', (text) => {
    expect(host.call('parseSnowplowId', text, snowplowStep)).toBeUndefined();
  });

  test('a new visitor’s cookies follow the tracker’s own', () => {
    const step = { ...snowplowStep, visitCount: 1 };
    const fresh = host.call('newSnowplowId', 'D', step);
    expect(host.call('printSnowplowId', fresh)).toBe('D.1700000001.1.1700000001..SID....0');
    const later = { nowMillis: 1700000002600, visitCount: 1, sessionId: 'SID2' };
    const first = host.call('countSnowplowEvent', fresh, later);
    // The tracker has the event's id in the eighth field.
    expect(host.call('printSnowplowId', first)).toBe(
      'D.1700000001.1.1700000003..SID...1700000002600.1',
    );
    const next = host.call('startSnowplowSession', first, later);
    expect(host.call('printSnowplowId', next)).toBe(
      'D.1700000001.2.1700000003.1700000003.SID2.SID...0',
    );
    const second = host.call('countSnowplowEvent', host.call('countSnowplowEvent', next, later), {
      ...later,
      nowMillis: 1700000009000,
    });
    expect(host.call('printSnowplowId', second)).toBe(
      'D.1700000001.2.1700000009.1700000003.SID2.SID..1700000002600.2',
    );
  });

  test('a UUID is made of five random numbers', () => {
    const randoms = [0xabcdef1, 0x1234567, 0x7654321, 0xfffffff, 0x1];
    const uuid = host.call('newUuid', randoms);
    expect(uuid).toBe('abcdef11-2345-4677-9654-321fffffff00');
    expect(host.call('isUuid', uuid)).toBe(true);
    expect(host.call('newUuid', [0, 0, 0, 0, 0])).toBe('00000000-0000-4000-8000-000000000000');
  });
});
