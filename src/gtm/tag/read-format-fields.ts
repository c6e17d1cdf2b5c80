import { SNOWPLOW_DEFAULTS, TREASURE_DATA_DEFAULTS } from '../../core/constants.ts';
import type { SnowplowConfig, TreasureDataConfig } from '../../core/types.ts';
import { isOn, namePartOr, oneOf, textOr } from './read-values.ts';

/** Snowplow's part of the form; `undefined` when it is off. Permissions leave it only cookies. */
export function readSnowplow(fields: Record<string, unknown>): SnowplowConfig | undefined {
  if (!isOn(fields.snowplow)) return undefined;
  const hash = textOr(fields.snowplowHash, '').toLowerCase();
  return {
    cookieName: namePartOr(fields.snowplowCookieName, SNOWPLOW_DEFAULTS.cookieName),
    hash: hash.match('^[0-9a-f]{4}$') === null ? '' : hash,
    hashedText: '',
    stateStorage: 'cookie',
    anonymousTracking: oneOf(
      fields.snowplowAnonymousTracking,
      ['off', 'anonymous', 'withSessionTracking'],
      'off',
    ),
    optOutCookie: namePartOr(fields.snowplowOptOutCookie, ''),
  };
}

/** Treasure Data's part of the form; `undefined` when it is off. */
export function readTreasureData(fields: Record<string, unknown>): TreasureDataConfig | undefined {
  if (!isOn(fields.treasureData)) return undefined;
  return {
    cookieName: namePartOr(fields.treasureDataCookieName, TREASURE_DATA_DEFAULTS.cookieName),
    startInSignedMode: fields.treasureDataStartInSignedMode !== false,
    storeConsentByLocalStorage: isOn(fields.treasureDataStoreConsentByLocalStorage),
  };
}
