import { DAY_SECONDS } from '../../core/renewal/constants.ts';
import { computeEffectiveTldPlusOne, getType, makeNumber, makeString } from './apis.ts';
import type { ClientForm, Signing, Site } from './types.ts';

/** The form's values. Variables may put anything into a field; what cannot be used counts as empty. */
export function readForm(fields: Record<string, unknown>): ClientForm {
  return {
    sites: readSites(fields.sites),
    basePath: matchOr(fields.basePath, '^(/[A-Za-z0-9._~-]+)*$', ''),
    signing: matchOr(fields.signing, '^(off|key|keyAndOlder)$', 'off') as Signing,
    serverCookieName: matchOr(fields.serverCookieName, '^[A-Za-z0-9._-]{1,40}$', 'first_party_id'),
    // With 0 each renewal would remove what it renews.
    maxAgeSeconds: (numberOr(fields.maxAgeDays, 730) || 730) * DAY_SECONDS,
    renewalDays: numberOr(fields.renewalDays, 0),
    sessionTimeoutMinutes: numberOr(fields.sessionTimeoutMinutes, 30),
    names: {
      d8aPrefixes: readList(fields.d8aPrefixes),
      snowplowPrefixes: readList(fields.snowplowPrefixes).filter(isGiven),
      snowplowOptOutCookie: fieldText(fields.snowplowOptOutCookie),
      treasureDataNames: readList(fields.treasureDataNames).filter(isGiven),
      collectorCookieName: fieldText(fields.collectorCookieName),
    },
    trustForwardedHost: fields.trustForwardedHost === true,
  };
}

/** A row that a browser would not keep cookies for is left out: its pages are refused. */
function readSites(rows: unknown): Site[] {
  if (getType(rows) !== 'array') return [];
  return (rows as unknown[])
    .filter((row) => getType(row) === 'object')
    .map((row) => readSite(row as Record<string, unknown>))
    .filter((site) => site.origins.length > 0 && canHoldCookies(site.cookieDomain));
}

function readSite(row: Record<string, unknown>): Site {
  return {
    origins: fieldText(row.origins)
      .toLowerCase()
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin.match('^https?://[a-z0-9.-]+(:[0-9]+)?/?$') !== null)
      .map((origin) => origin.split('/').slice(0, 3).join('/')),
    cookieDomain: fieldText(row.cookieDomain).toLowerCase(),
  };
}

/** Not a public suffix such as `co.uk`, which has no registrable domain. */
function canHoldCookies(domain: string): boolean {
  if (domain === '') return true;
  if (domain.match('^[a-z0-9-]+([.][a-z0-9-]+)+$') === null) return false;
  return domain.match('[.][0-9]+$') === null && computeEffectiveTldPlusOne(domain) !== '';
}

function fieldText(value: unknown): string {
  const type = getType(value);
  return type === 'string' || type === 'number' ? makeString(value).trim() : '';
}

/** At least one text; an empty field gives an empty one. */
function readList(value: unknown): string[] {
  return fieldText(value)
    .split(',')
    .map((part) => part.trim());
}

function isGiven(text: string): boolean {
  return text !== '';
}

function matchOr(value: unknown, pattern: string, otherwise: string): string {
  const text = fieldText(value);
  return text !== '' && text.match(pattern) !== null ? text : otherwise;
}

/** A whole number of at least 0. */
function numberOr(value: unknown, otherwise: number): number {
  const text = fieldText(value);
  return text.match('^[0-9]{1,6}$') === null ? otherwise : makeNumber(text);
}
