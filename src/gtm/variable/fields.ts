import { consentTypes, group, select, text } from '../form-fields.ts';

/** The form: which part, and where it lies when no tag of this page has shared it. */
export const fields = [
  select(
    'part',
    'Part of the identity',
    'What this variable returns. Where it is not known, the variable is undefined.',
    [
      ['clientId', 'Client ID'],
      ['sessionId', 'Session ID'],
      ['sessionNumber', 'Session number'],
      ['isNewSession', 'Whether this is the first page view of a session'],
      ['engaged', 'Whether the session is engaged'],
      ['hitNumber', 'Page views in this session'],
      ['serverId', 'Server ID'],
      ['consent', 'Consent state'],
      ['source', 'Where the identity comes from'],
      ['cookieDomain', 'Cookie domain'],
      ['snowplow.domainUserId', 'Snowplow: user ID'],
      ['snowplow.domainSessionId', 'Snowplow: session ID'],
      ['snowplow.domainSessionIndex', 'Snowplow: session number'],
      ['snowplow.eventIndex', 'Snowplow: events in this session'],
      ['treasureData.clientId', 'Treasure Data: client ID'],
      ['treasureData.globalId', 'Treasure Data: global ID'],
      ['reasons', 'Reasons, as text'],
      ['identity', 'Everything, as an object'],
    ],
  ),
  group('cookieGroup', 'On pages without the First-Party ID tag', [
    text(
      'propertyIds',
      'Property ID',
      'The same as in the tag. The session is read from the cookie of this property; of several, the first.',
    ),
    text('cookiePrefix', 'Cookie prefix', 'The same as in the tag.', {
      valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
    }),
    text(
      'snowplowIdCookie',
      'Snowplow: ID cookie',
      'The whole name of the cookie that holds the Snowplow user, with the digits at its end.',
      { valueHint: '_sp_id.1fff' },
    ),
    text('treasureDataCookieName', 'Treasure Data: cookie name', 'The same as in the tag.', {
      defaultValue: '_td',
    }),
    select(
      'consentType',
      'Consent that permits storage',
      'The same as in the tag. Cookies are read only while this Google consent type is granted.',
      consentTypes.map((type) => [type, type]),
    ),
  ]),
];
