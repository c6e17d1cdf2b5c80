import { SIGNATURE_LENGTH } from '../../core/renewal/constants.ts';
import { hmacSha256 } from './apis.ts';
import type { Signing } from './types.ts';

/**
 * The container's keys stand in the file that SGTM_CREDENTIALS names, under these two ids: the one
 * signs, both verify, so that a key can be replaced without losing visitors.
 */
export function sign(text: string): string {
  return hmacSha256(text, 'first_party_id', { outputEncoding: 'base64url' });
}

/** By which key the signature holds. */
export function verify(
  text: string,
  signature: string,
  signing: Signing,
): 'newest' | 'older' | undefined {
  if (signing === 'off' || signature.length !== SIGNATURE_LENGTH) return undefined;
  if (sign(text) === signature) return 'newest';
  if (signing !== 'keyAndOlder') return undefined;
  const older = hmacSha256(text, 'first_party_id_older', { outputEncoding: 'base64url' });
  return older === signature ? 'older' : undefined;
}
