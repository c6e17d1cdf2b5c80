import type { IdentityFormat } from './formats/types.ts';
import type { Config, HitClaim, Snapshot } from './types.ts';

/**
 * Whether this run is a page view that a format has not counted yet.
 *
 * The first container that identifies on a page counts its hits; another one only reads. Within
 * that container one event is one hit, however many tags fire on it. A page that was counted in
 * memory while consent was denied is counted once more when the stored session takes over.
 */
export function isUncountedHit(
  format: IdentityFormat,
  config: Config,
  snapshot: Snapshot,
): boolean {
  if (snapshot.action !== 'identify') return false;
  const page = snapshot.page;
  if (snapshot.trigger === 'consentChange') {
    const memory = page === undefined ? undefined : page.memory[format.name];
    return memory !== undefined && memory.isHitPending;
  }
  if (page === undefined) return true;
  // One counted session is enough: all properties of a tag share theirs.
  return !format.counters(config).some((name) => isCounted(page.claims[name], snapshot));
}

function isCounted(claim: HitClaim | undefined, snapshot: Snapshot): boolean {
  if (claim === undefined) return false;
  return claim.writer !== snapshot.writer || claim.eventId === snapshot.eventId;
}

/** The page's claims with this run's session cookies claimed, where nobody had claimed them. */
export function claimHits(names: string[], snapshot: Snapshot): Record<string, HitClaim> {
  const claims: Record<string, HitClaim> = {};
  const before = snapshot.page === undefined ? {} : snapshot.page.claims;
  for (const name in before) {
    const claim = before[name];
    if (claim !== undefined) claims[name] = claim;
  }
  if (snapshot.action !== 'identify') return claims;
  names.forEach((name) => {
    const claim = claims[name];
    if (claim !== undefined && claim.writer !== snapshot.writer) return;
    claims[name] = { writer: snapshot.writer, eventId: snapshot.eventId };
  });
  return claims;
}
