import {
  keepNewest,
  parseIdentityCookie,
  readIdentityCookies,
} from '../../../src/core/renewal/identity-cookies.ts';
import { planRenewal, withoutRefused } from '../../../src/core/renewal/plan-renewal.ts';
import type { IdentityNames } from '../../../src/core/renewal/types.ts';

export const startSeconds = 1_700_000_000;
export const newSessionId = 'the-next-session';

export const names: IdentityNames = {
  d8aPrefixes: ['', 'shop_'],
  snowplowPrefixes: ['_sp_'],
  snowplowOptOutCookie: 'no_thanks',
  treasureDataNames: ['_td'],
  collectorCookieName: 'sp',
};

/** Cookies by name, each with its value or its values. */
type Values = Record<string, string | string[]>;

/** What is set and what is backed up, by name, when a request has these cookies and its backup those. */
export function renewalOf(
  values: Values,
  backedUp: Record<string, string> = {},
  configured: Partial<IdentityNames> = {},
) {
  const all = { ...names, ...configured };
  const cookies = {
    names: Object.keys(values),
    valuesOf: (name: string) => [values[name] ?? []].flat(),
  };
  const carried = withoutRefused(readIdentityCookies(cookies, all), cookies, all);
  const saved = Object.entries(backedUp).flatMap(
    ([name, value]) => parseIdentityCookie(name, value, all) ?? [],
  );
  const renewal = planRenewal(keepNewest(carried, 20), withoutRefused(saved, cookies, all), {
    cookies,
    step: {
      d8a: { nowSeconds: startSeconds, timeoutSeconds: 1800, randoms: [1, 2, 3] },
      snowplow: { nowMillis: startSeconds * 1000, visitCount: 1, sessionId: newSessionId },
    },
  });
  return { kept: byName(renewal.kept), saved: byName(renewal.saved) };
}

function byName(cookies: { name: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
}
