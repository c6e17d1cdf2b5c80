/** Addresses that begin with the same bits; IPv4 counts as the IPv6 addresses ::ffff:a.b.c.d. */
export interface AddressRange {
  bits: string;
}

/** An address, a network such as `10.0.0.0/8`, or `*` for all; `undefined` for anything else. */
export function parseAddressRange(text: string): AddressRange | undefined {
  if (text === '*') return { bits: '' };
  const [address = '', length, ...rest] = text.split('/');
  const bits = addressBits(address);
  if (bits === undefined || rest.length > 0) return undefined;
  if (length === undefined) return { bits };
  const own = address.includes(':') ? 128 : 32;
  if (!/^\d{1,3}$/.test(length) || Number(length) > own) return undefined;
  return { bits: bits.slice(0, 128 - own + Number(length)) };
}

/** Whether an address, as a platform names its peer, is in one of the ranges. */
export function isInRanges(address: string | undefined, ranges: readonly AddressRange[]): boolean {
  if (ranges.length === 0) return false;
  const bits = addressBits(address ?? '') ?? '';
  return ranges.some((range) => bits.startsWith(range.bits));
}

function addressBits(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const bytes = address.split('.').map(Number);
    return bytes.some((byte) => byte > 255) ? undefined : fourBytes(bytes);
  }
  // The address parser of URLs knows every way to write IPv6, and has one way to print it.
  const url = `http://[${address.replace(/%.*$/, '')}]`;
  return URL.canParse(url) ? sixteenBytes(new URL(url).hostname.slice(1, -1)) : undefined;
}

function fourBytes(bytes: number[]): string {
  return '0'.repeat(80) + '1'.repeat(16) + bytes.map((byte) => toBits(byte, 8)).join('');
}

function sixteenBytes(printed: string): string {
  const [head = [], tail = []] = printed
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].map((group) => toBits(parseInt(group, 16), 16)).join('');
}

function toBits(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}
