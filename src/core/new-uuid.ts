/**
 * A UUID of version 4, lower case, out of five random integers.
 *
 * Each gives seven hex digits, its low 28 bits; four bits are the version, two the variant.
 */
export function newUuid(randoms: number[]): string {
  const digits = randoms.map(sevenDigits).join('');
  const variant = '89ab'.charAt((randoms[4] || 0) & 3);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    '4' + digits.slice(12, 15),
    variant + digits.slice(15, 18),
    digits.slice(18, 30),
  ].join('-');
}

function sevenDigits(random: number): string {
  return ('000000' + (random & 0xfffffff).toString(16)).slice(-7);
}

export function isUuid(text: string): boolean {
  return text.match('^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$') !== null;
}
