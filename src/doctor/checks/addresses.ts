import { isInRanges, parseAddressRange } from '../../endpoint/address-range.ts';
import type { HostNames } from '../types.ts';

/**
 * Whether Safari takes two addresses for the same party: it compares the first half, 16 bits of an
 * IPv4 address and 64 of an IPv6 address (https://github.com/WebKit/WebKit/pull/5347).
 */
export function areNear(one: string, other: string): boolean {
  const half = one.includes(':') ? 64 : 16;
  const range = parseAddressRange(`${one}/${half}`);
  return (
    range !== undefined && one.includes(':') === other.includes(':') && isInRanges(other, [range])
  );
}

export function hasNoAddress(names: HostNames): boolean {
  return addressesOf(names).length === 0;
}

export function addressesOf({ ipv4, ipv6 }: HostNames): string[] {
  return [...ipv4, ...ipv6];
}
