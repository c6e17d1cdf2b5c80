import { MAX_RANDOM } from '../../core/constants.ts';
import { toFiniteNumber } from '../../core/to-finite-number.ts';
import { generateRandom, getTimestampMillis, hmacSha256, sha256Sync } from './apis.ts';
import { sign, verify } from './sign.ts';
import type { KnownServerId, Visit } from './types.ts';

/**
 * The server id is a UUID v4 in a cookie `<uuid>.<day>.<signature>`, the same as the cookie
 * endpoint's. The day, counted from 1970, says when it was last renewed. Without keys there is no
 * signature, and HttpOnly alone keeps scripts from naming a visitor.
 */
export function printServerId(visit: Visit, id: string, day: number): string {
  const plain = id + '.' + day;
  if (visit.form.signing === 'off') return plain;
  return plain + '.' + sign(signedText(visit, plain));
}

/** The id in the first of the visitor's cookies that is ours. */
export function findServerId(visit: Visit): KnownServerId | undefined {
  let found: KnownServerId | undefined;
  visit.cookies.valuesOf(visit.form.serverCookieName).forEach((value) => {
    if (found === undefined) found = readServerId(visit, value);
  });
  return found;
}

function readServerId(visit: Visit, value: string): KnownServerId | undefined {
  const parts = value.split('.');
  const id = parts[0] || '';
  const day = parts[1] || '';
  const isSigned = visit.form.signing !== 'off';
  if (parts.length !== (isSigned ? 3 : 2) || !isUuidV4(id)) return undefined;
  if (day.match('^(0|[1-9][0-9]{0,6})$') === null) return undefined;
  const key = isSigned
    ? verify(signedText(visit, id + '.' + day), parts[2] || '', visit.form.signing)
    : 'newest';
  if (key === undefined) return undefined;
  return { id: id, day: toFiniteNumber(day) || 0, value: value, isNewestKey: key === 'newest' };
}

/** Begins with its purpose, so that no signature serves in another cookie. */
function signedText(visit: Visit, plain: string): string {
  return 'id:' + visit.domainName + ':' + plain;
}

function isUuidV4(text: string): boolean {
  return (
    text.match('^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$') !== null
  );
}

/**
 * A new UUID. The sandbox's random numbers are not made for secrets, so a digest of many of them
 * and, where there is one, the container's own key, make the id.
 */
export function newServerId(visit: Visit): string {
  let seed = 'new:' + visit.domainName + ':' + getTimestampMillis();
  for (let count = 0; count < 6; count++) seed = seed + ':' + generateRandom(0, MAX_RANDOM);
  const options = { outputEncoding: 'hex' };
  const digits =
    visit.form.signing === 'off'
      ? sha256Sync(seed, options)
      : hmacSha256(seed, 'first_party_id', options);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    '4' + digits.slice(13, 16),
    '89ab'.charAt('0123456789abcdef'.indexOf(digits.charAt(16)) & 3) + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-');
}
