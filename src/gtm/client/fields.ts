import { group, select, text } from '../form-fields.ts';

const number = { type: 'NON_NEGATIVE_NUMBER' };

/** The form: which sites, where the client listens, and whether the container has keys. */
export const fields = [
  {
    type: 'SIMPLE_TABLE',
    name: 'sites',
    displayName: 'Sites',
    simpleTableColumns: [
      {
        type: 'TEXT',
        name: 'origins',
        displayName: 'Origins of the pages, separated by commas',
        defaultValue: '',
        valueHint: 'https://www.example.com, https://example.com',
        valueValidators: [{ type: 'NON_EMPTY' }],
      },
      {
        type: 'TEXT',
        name: 'cookieDomain',
        displayName: 'Cookie domain',
        defaultValue: '',
        valueHint: 'example.com',
      },
    ],
    newRowButtonText: 'Add site',
    help: 'Only pages of these origins get cookies, on the cookie domain and nowhere else. An empty cookie domain keeps the cookies on the host of this container.',
  },
  text(
    'basePath',
    'Path',
    'The client answers below this path. In the web container, the tag’s server cookie host is the host of this container and this path.',
    {
      defaultValue: '/fpid',
      valueValidators: [{ type: 'REGEX', args: ['^(/[A-Za-z0-9._~-]+)*$'] }],
    },
  ),
  select(
    'signing',
    'Sign the server ID',
    'Keys stand in the file that the environment variable SGTM_CREDENTIALS names. With a key nobody else can name a visitor, and lost cookies come back from a signed backup.',
    [
      ['off', 'No: this container has no keys'],
      ['key', 'With the key first_party_id'],
      ['keyAndOlder', 'With first_party_id; accept first_party_id_older too'],
    ],
  ),
  group('cookieGroup', 'Cookies', [
    text('maxAgeDays', 'Cookie lifetime', 'Browsers allow at most 400 days.', {
      defaultValue: 730,
      valueUnit: 'days',
      valueValidators: [{ type: 'POSITIVE_NUMBER' }],
    }),
    text(
      'renewalDays',
      'Renew the server ID after',
      'How old its cookie must be before it is set again; 0 sets it at every request.',
      { defaultValue: 0, valueUnit: 'days', valueValidators: [number] },
    ),
    text('sessionTimeoutMinutes', 'Session timeout', 'The same as in the tag.', {
      defaultValue: 30,
      valueUnit: 'minutes',
      valueValidators: [number],
    }),
    text(
      'd8aPrefixes',
      'Cookie prefixes',
      'The cookie prefixes of your tags, separated by commas; empty for the plain _d8a.',
      { valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._, -]*$'] }] },
    ),
    text(
      'snowplowPrefixes',
      'Snowplow: cookie names',
      'The cookieName of your trackers, such as _sp_, separated by commas; empty renews none.',
      { valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._, -]*$'] }], valueHint: '_sp_' },
    ),
    text(
      'snowplowOptOutCookie',
      'Snowplow: opt-out cookie',
      'Name of the cookie that opts a visitor out, the same as in the tag. Snowplow’s cookies are then neither renewed nor brought back.',
      { valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }] },
    ),
    text(
      'collectorCookieName',
      'Snowplow: collector cookie',
      'The cookie that your collector sets on the cookie domain, such as sp; empty renews none.',
      { valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }], valueHint: 'sp' },
    ),
    text(
      'treasureDataNames',
      'Treasure Data: cookie names',
      'The storage.name of the SDK, such as _td, separated by commas; empty renews none.',
      { valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._, -]*$'] }], valueHint: '_td' },
    ),
    text(
      'serverCookieName',
      'Name of the server ID cookie',
      'The HttpOnly cookie that holds the server ID.',
      {
        defaultValue: 'first_party_id',
        valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]{1,40}$'] }],
      },
    ),
  ]),
  group('proxyGroup', 'Proxy', [
    {
      type: 'CHECKBOX',
      name: 'trustForwardedHost',
      checkboxText: 'Believe X-Forwarded-Host',
      simpleValueType: true,
      defaultValue: false,
      help: 'Only when a proxy of yours, and nobody else, reaches this container, and sets this header.',
    },
  ]),
];
