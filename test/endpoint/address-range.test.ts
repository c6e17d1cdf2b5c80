import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BlockList } from 'node:net';
import { isInRanges, parseAddressRange } from '../../src/endpoint/address-range.ts';

const isIn = (address: string | undefined, ...texts: string[]) =>
  isInRanges(
    address,
    texts.flatMap((text) => parseAddressRange(text) ?? []),
  );

describe('an address', () => {
  test.each([
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.0.0.0/8', true],
    ['11.1.2.3', '10.0.0.0/8', false],
    ['::ffff:10.1.2.3', '10.0.0.0/8', true],
    ['10.1.2.3', '::ffff:10.0.0.0/104', true],
    ['::1', '::1', true],
    ['fe80::1%eth0', 'fe80::/10', true],
    ['2001:DB8:0::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['1.2.3.4', '0.0.0.0/0', true],
    ['::1', '0.0.0.0/0', false],
    ['anything', '*', true],
    [undefined, '*', true],
    [undefined, '10.0.0.0/8', false],
  ])('%s is in %s: %s', (address, range, expected) => {
    expect(isIn(address, range)).toBe(expected);
  });

  test('is in no range where there is none', () => {
    expect(isIn('10.1.2.3')).toBe(false);
  });

  test('is in a network exactly when Node says so', () => {
    const ranges = fc.oneof(
      fc.tuple(fc.ipV4(), fc.nat(32), fc.constant<'ipv4'>('ipv4'), fc.ipV4()),
      fc.tuple(fc.ipV6(), fc.nat(128), fc.constant<'ipv6'>('ipv6'), fc.ipV6()),
    );
    fc.assert(
      fc.property(ranges, ([net, prefix, family, address]) => {
        fc.pre(prefix > 0);
        const list = new BlockList();
        list.addSubnet(net, prefix, family);
        expect(isIn(address, `${net}/${prefix}`)).toBe(list.check(address, family));
      }),
    );
  });
});

test.each([
  '',
  'x',
  '10.0.0',
  '10.0.0.256',
  '10.0.0.0/33',
  '::/129',
  '10.0.0.0/',
  '1/2/3',
  '::1]/8',
  'http://x',
])('%j is no address', (text) => {
  expect(parseAddressRange(text)).toBeUndefined();
});
