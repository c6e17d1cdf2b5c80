import type { Exchange } from './types.ts';

/** What Google’s tags knew about `analytics_storage` when they sent a hit. */
export interface HeardConsent {
  url: URL;
  hasDefault: boolean;
  hasUpdate: boolean;
}

/**
 * The second letter of `gcd` stands for `analytics_storage`
 * (https://www.simoahava.com/analytics/consent-mode-v2-google-tags/).
 */
const letters: Record<string, Pick<HeardConsent, 'hasDefault' | 'hasUpdate'>> = {
  l: { hasDefault: false, hasUpdate: false },
  m: { hasDefault: false, hasUpdate: true },
  n: { hasDefault: false, hasUpdate: true },
  p: { hasDefault: true, hasUpdate: false },
  t: { hasDefault: true, hasUpdate: false },
  q: { hasDefault: true, hasUpdate: true },
  r: { hasDefault: true, hasUpdate: true },
  u: { hasDefault: true, hasUpdate: true },
  v: { hasDefault: true, hasUpdate: true },
};

/** What the hits of Google’s tags tell, oldest first. */
export function readGoogleConsent(exchanges: readonly Exchange[]): HeardConsent[] {
  return exchanges.flatMap(({ url }) => {
    const gcd = url.searchParams.get('gcd') ?? '';
    const letter = /^\d+[a-z]\d([a-z])/i.exec(gcd)?.[1] ?? '';
    const heard = letters[letter];
    return heard === undefined ? [] : [{ url, ...heard }];
  });
}
