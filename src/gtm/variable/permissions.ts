/** Why each permission is asked for, and what the code does not say itself. */
export const permissions = {
  access_consent: {
    why: 'Reads the consent type you choose before it reads a cookie. It never sets consent.',
    typesFromField: 'consentType',
  },
  access_globals: {
    why: 'Reads what the First-Party ID tag shares on the page, part by part.',
    keys: [
      'version',
      'clientId',
      'sessionId',
      'sessionNumber',
      'isNewSession',
      'engaged',
      'hitNumber',
      'serverId',
      'consent',
      'source',
      'cookieDomain',
      'reasons',
      'snowplow.domainUserId',
      'snowplow.domainSessionId',
      'snowplow.domainSessionIndex',
      'snowplow.eventIndex',
      'treasureData.clientId',
      'treasureData.globalId',
    ].map((part) => ({ key: 'firstPartyId.' + part, read: true })),
  },
  get_cookies: {
    why: 'Reads the identity cookies. Their names hold your cookie prefix and property ids, so no list can name them.',
    cookieAccess: 'any',
  },
};
