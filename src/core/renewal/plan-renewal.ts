import { TD_SIGNED } from '../constants.ts';
import { isD8aSessionOver, nextD8aSession, printD8aSession } from '../formats/d8a/d8a-cookies.ts';
import { awaitsFirstEvent, nextSnowplowSession } from './tracker-grammar.ts';
import type { IdentityCookie, IdentityNames, NextStep, Renewal, RequestCookies } from './types.ts';

/**
 * A tracker's own refusal stands in a cookie beside its identity. What is refused is neither
 * renewed nor brought back, and leaves the backup.
 */
export function withoutRefused(
  found: IdentityCookie[],
  cookies: RequestCookies,
  names: IdentityNames,
): IdentityCookie[] {
  const isAnonymous = cookies.valuesOf(TD_SIGNED).indexOf('false') !== -1;
  const isOptedOut = cookies.valuesOf(names.snowplowOptOutCookie).some((value) => value !== '');
  return found.filter((cookie) => {
    if (cookie.kind === 'treasureData') return !isAnonymous;
    return !isOptedOut || (cookie.kind !== 'snowplow' && cookie.kind !== 'collector');
  });
}

/** What to set and what to back up, from what the request carries and what its backup holds. */
export function planRenewal(
  carried: IdentityCookie[],
  saved: IdentityCookie[],
  request: { cookies: RequestCookies; step: NextStep },
): Renewal {
  const isThere = (name: string) => request.cookies.valuesOf(name).length > 0;
  const lost = saved.filter((cookie) => !isThere(cookie.name));
  // Present, but malformed or in conflict: not restored over it, and not given up.
  const waiting = saved.filter(
    (cookie) => isThere(cookie.name) && carried.every((other) => other.name !== cookie.name),
  );
  const next = carried
    .concat(lost)
    .map((cookie) => asNextHitLeavesIt(cookie, request.cookies, request.step));
  // A tracker on the page is about to roll over a session that is over, or to count the first
  // event of one; setting the cookie back would undo that.
  const renewed = carried
    .filter((cookie) => next.indexOf(cookie) !== -1)
    .filter((cookie) => cookie.kind !== 'snowplow' || !awaitsFirstEvent(cookie.value));
  return { kept: renewed.concat(lost), saved: next.concat(waiting) };
}

/**
 * The cookie as the visitor's next hit leaves it. A session that is over is kept rolled over:
 * the script that gets the old value back starts the next session from it, and may not ask again
 * before that one is lost too.
 */
export function asNextHitLeavesIt(
  cookie: IdentityCookie,
  cookies: RequestCookies,
  step: NextStep,
): IdentityCookie {
  if (cookie.kind === 'snowplow') {
    if (cookies.valuesOf(cookie.sessionName).length > 0) return cookie;
    return {
      kind: 'snowplow',
      name: cookie.name,
      value: nextSnowplowSession(cookie.value, step.snowplow),
      sessionName: cookie.sessionName,
      lastHitSeconds: cookie.lastHitSeconds,
    };
  }
  if (cookie.kind !== 'session' || !isD8aSessionOver(cookie.tokens, step.d8a)) return cookie;
  const tokens = nextD8aSession(cookie.tokens, step.d8a);
  return {
    kind: 'session',
    name: cookie.name,
    value: printD8aSession(tokens),
    tokens: tokens,
    lastHitSeconds: cookie.lastHitSeconds,
  };
}

/** Snowplow's collector hides its cookie from scripts. */
export function isHidden(cookie: IdentityCookie): boolean {
  return cookie.kind === 'collector';
}

/** Whether its tracker sets the cookie for pages of other sites too, as SameSite=None. */
export function isForAllSites(cookie: IdentityCookie): boolean {
  return cookie.kind === 'collector' || cookie.kind === 'treasureData';
}
