/** The parts of the identity that the page shares as single values, and the type of each. */
export const PAGE_PARTS: Record<string, string> = {
  clientId: 'string',
  sessionId: 'string',
  sessionNumber: 'number',
  isNewSession: 'boolean',
  engaged: 'boolean',
  hitNumber: 'number',
  serverId: 'string',
  consent: 'string',
  source: 'string',
  cookieDomain: 'string',
  'snowplow.domainUserId': 'string',
  'snowplow.domainSessionId': 'string',
  'snowplow.domainSessionIndex': 'number',
  'snowplow.eventIndex': 'number',
  'treasureData.clientId': 'string',
  'treasureData.globalId': 'string',
};
