import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areNear } from '../../src/doctor/checks/addresses.ts';

describe('two addresses', () => {
  test.each([
    ['203.0.113.10', '203.0.99.200', true],
    ['203.0.113.10', '203.1.113.10', false],
    ['2001:db8::1', '2001:db8:0:0:ffff::9', true],
    ['2001:db8::1', '2001:db8:0:1::1', false],
    ['203.0.113.10', '::ffff:203.0.113.10', false],
    ['203.0.113.10', 'no address', false],
    ['no address', '203.0.113.10', false],
  ])('%s and %s: near is %s', (one, other, near) => {
    expect(areNear(one, other)).toBe(near);
  });

  test('are near in both directions or in none', () => {
    const address = fc.oneof(fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(address, address, (one, other) => {
        expect(areNear(one, other)).toBe(areNear(other, one));
        expect(areNear(one, one)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
