/** Where a visitor is: a country, and perhaps a part of it, in capitals. */
export interface Place {
  country: string;
  subdivision: string | undefined;
}

/** Reads an ISO 3166-2 code, such as 'ES' or 'US-CA'. */
export function locate(region: string): Place {
  const place = region.toUpperCase();
  return { country: place.slice(0, 2), subdivision: place.length > 2 ? place : undefined };
}

/** The default that is in force for a type, as far as the next one needs to know it. */
export interface DefaultInForce {
  default?: boolean;
  region?: string | undefined;
}

/**
 * Whether a default for `region` replaces the one in force. The most specific wins whatever the order, the last one among
 * equals. Where the visitor's place is unknown every default applies, and a denial stays.
 */
export function replacesDefault(
  current: DefaultInForce,
  region: string | undefined,
  visitor: Place | undefined,
): boolean {
  if (!visitor) return current.default !== false;
  if (region === undefined) return current.region === undefined;
  if (region === visitor.subdivision) return true;
  const isMoreSpecific = current.region !== undefined && current.region === visitor.subdivision;
  return region === visitor.country && !isMoreSpecific;
}
