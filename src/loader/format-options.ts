import type { Config } from '../core/types.ts';

/** The options of the file with all formats, beside those of every file; written as in default-options.ts. */
export const FORMAT_OPTIONS = {
  d8a: true,
  snowplow: false,
  snowplowHash: '',
  snowplowCookieName: '_sp_',
  snowplowStateStorage: ['cookieAndLocalStorage', 'cookie', 'localStorage', 'none'],
  snowplowAnonymousTracking: ['off', 'anonymous', 'withSessionTracking'],
  snowplowOptOutCookie: '',
  treasureData: false,
  treasureDataCookieName: '_td',
  treasureDataStartInSignedMode: true,
  treasureDataStoreConsentByLocalStorage: false,
  oneVisitorId: false,
};

/** What these options have been read as. */
export interface FormatSwitches {
  d8a: boolean;
  snowplow: boolean;
  snowplowHash: string;
  snowplowCookieName: string;
  snowplowStateStorage: 'cookieAndLocalStorage' | 'cookie' | 'localStorage' | 'none';
  snowplowAnonymousTracking: 'off' | 'anonymous' | 'withSessionTracking';
  snowplowOptOutCookie: string;
  treasureData: boolean;
  treasureDataCookieName: string;
  treasureDataStartInSignedMode: boolean;
  treasureDataStoreConsentByLocalStorage: boolean;
  oneVisitorId: boolean;
}

/** The formats' part of the configuration, in the core's words. */
export function readFormatSwitches(
  read: FormatSwitches,
): Pick<Config, 'd8a' | 'snowplow' | 'treasureData'> {
  return {
    d8a: read.d8a,
    snowplow: read.snowplow
      ? {
          cookieName: read.snowplowCookieName,
          hash: read.snowplowHash,
          hashedText: '',
          stateStorage: read.snowplowStateStorage,
          anonymousTracking: read.snowplowAnonymousTracking,
          optOutCookie: read.snowplowOptOutCookie,
        }
      : undefined,
    treasureData: read.treasureData
      ? {
          cookieName: read.treasureDataCookieName,
          startInSignedMode: read.treasureDataStartInSignedMode,
          storeConsentByLocalStorage: read.treasureDataStoreConsentByLocalStorage,
        }
      : undefined,
  };
}
