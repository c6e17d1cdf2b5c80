const nonEmpty = { type: 'NON_EMPTY' };
const number = { type: 'NON_NEGATIVE_NUMBER' };

function text(name: string, displayName: string, help: string, more: object = {}) {
  return { type: 'TEXT', name, displayName, simpleValueType: true, help, ...more };
}

function select(name: string, displayName: string, help: string, choices: [string, string][]) {
  return {
    type: 'SELECT',
    name,
    displayName,
    macrosInSelect: false,
    selectItems: choices.map(([value, displayValue]) => ({ value, displayValue })),
    simpleValueType: true,
    help,
    defaultValue: choices[0]?.[0] ?? '',
  };
}

function checkbox(name: string, checkboxText: string, help: string, more: object = {}) {
  return { type: 'CHECKBOX', name, checkboxText, simpleValueType: true, help, ...more };
}

/** Shown only while a checkbox is on. */
function shownWith<Field extends object>(checkboxName: string, field: Field) {
  const condition = { paramName: checkboxName, paramValue: true, type: 'EQUALS' };
  return { ...field, enablingConditions: [condition] };
}

function group(name: string, displayName: string, subParams: object[]) {
  return { type: 'GROUP', name, displayName, groupStyle: 'ZIPPY_CLOSED', subParams };
}

/** The form: what most people set comes first, everything else is in closed groups. */
export const fields = [
  shownWith(
    'd8a',
    text(
      'propertyIds',
      'Property ID',
      'The d8a property this site reports to. Several are separated by commas; each has its own session cookie.',
      { valueValidators: [nonEmpty], valueHint: '80e1d6d0-560d-419f-ac2a-fe9281e93386' },
    ),
  ),
  text(
    'serverUrl',
    'Server cookie host',
    'Where your cookie endpoint runs, without https://: a path on this site, or a subdomain. It makes the identity last; browsers may cut what scripts write to seven days. Leave it empty to work without an endpoint.',
    { valueHint: 'www.example.com/fpid' },
  ),
  select(
    'consentType',
    'Consent that permits storage',
    'The identity is kept only while this Google consent type is granted. Until then it lives in memory, and is kept under the same ID once the visitor agrees.',
    [
      ['analytics_storage', 'analytics_storage'],
      ['ad_storage', 'ad_storage'],
      ['ad_user_data', 'ad_user_data'],
      ['ad_personalization', 'ad_personalization'],
      ['functionality_storage', 'functionality_storage'],
      ['personalization_storage', 'personalization_storage'],
      ['security_storage', 'security_storage'],
    ],
  ),
  group('actionGroup', 'Action', [
    {
      ...select(
        'action',
        'Action',
        'Identify counts a page view. Engage marks the session as engaged. New session starts one at once. Forget erases the visitor, here and at the endpoint.',
        [
          ['identify', 'Identify (page view)'],
          ['engage', 'Engage'],
          ['newSession', 'New session'],
          ['forget', 'Forget'],
        ],
      ),
      // The imported container chooses it by a variable.
      macrosInSelect: true,
    },
  ]),
  group('consentGroup', 'More about consent', [
    select(
      'unsetConsent',
      'While nobody has said anything about consent',
      'Google treats a consent type that nobody has set as granted.',
      [
        ['grant', 'Treat it as granted'],
        ['wait', 'Keep the identity in memory'],
      ],
    ),
    select(
      'onWithdrawal',
      'When consent is withdrawn',
      'A default that denies consent is never a withdrawal; an update that denies it is.',
      [
        ['erase', 'Erase everything, here and at the endpoint'],
        ['keep', 'Keep what is stored, and do not use it'],
      ],
    ),
    text(
      'waitForUpdateMillis',
      'Wait for a consent update',
      'How long the first decision may wait for your consent tool; 0 does not wait.',
      { defaultValue: 0, valueUnit: 'milliseconds', valueValidators: [number] },
    ),
    text(
      'privacySignal',
      'Privacy signal',
      'Choose a variable that says true while the browser sends Global Privacy Control or Do Not Track, to honour it as a refusal.',
    ),
  ]),
  group('formatsGroup', 'Identity formats', [
    checkbox('d8a', 'd8a', 'Keeps the cookies of the d8a tracker.', { defaultValue: true }),
    shownWith(
      'd8a',
      checkbox(
        'adoptGoogleClientId',
        'Take over Google Analytics’ client ID',
        'A visitor who is new to d8a, and whom Google Analytics knows by its cookie _ga, gets that client ID. The cookie is only read, and only while consent permits.',
      ),
    ),
    checkbox(
      'snowplow',
      'Snowplow',
      'Keeps the cookies of the Snowplow tracker, _sp_id and _sp_ses. A tracker that keeps its state in local storage needs the loader instead: permissions name storage keys exactly, and those end in digits of your site.',
    ),
    shownWith(
      'snowplow',
      text(
        'snowplowHash',
        'Snowplow: digits',
        'The four digits at the end of the cookie names, such as 1fff in _sp_id.1fff. Without them they are computed on each page, which takes 6 to 40 ms on a desktop, and a phone longer.',
        { valueHint: '1fff', valueValidators: [{ type: 'REGEX', args: ['^([0-9a-f]{4})?$'] }] },
      ),
    ),
    shownWith(
      'snowplow',
      text(
        'snowplowCookieName',
        'Snowplow: cookie name',
        'The tracker’s cookieName: what its cookie names begin with.',
        {
          defaultValue: '_sp_',
          valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
        },
      ),
    ),
    shownWith(
      'snowplow',
      select(
        'snowplowAnonymousTracking',
        'Snowplow: anonymous tracking',
        'As the tracker is set up. Cookies that are there already stay until consent is withdrawn.',
        [
          ['off', 'Off'],
          ['anonymous', 'On: nothing is kept'],
          ['withSessionTracking', 'On, with session tracking: no user ID is kept'],
        ],
      ),
    ),
    shownWith(
      'snowplow',
      text(
        'snowplowOptOutCookie',
        'Snowplow: opt-out cookie',
        'Name of the cookie that opts a visitor out, whatever it holds. Snowplow’s cookies are then removed.',
      ),
    ),
    checkbox(
      'treasureData',
      'Treasure Data',
      'Keeps the client ID of Treasure Data’s SDK, the cookie _td, while it is in signed mode.',
    ),
    shownWith(
      'treasureData',
      text('treasureDataCookieName', 'Treasure Data: cookie name', 'The SDK’s storage.name.', {
        defaultValue: '_td',
        valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
      }),
    ),
    shownWith(
      'treasureData',
      checkbox(
        'treasureDataStartInSignedMode',
        'Treasure Data: start in signed mode',
        'Whether a visitor who has chosen no mode is in signed mode, once consent permits to keep an ID. Clear it where your pages call setSignedMode.',
        { defaultValue: true },
      ),
    ),
    shownWith(
      'treasureData',
      checkbox(
        'treasureDataStoreConsentByLocalStorage',
        'Treasure Data: the choice of mode lies in local storage',
        'As the SDK’s storeConsentByLocalStorage.',
      ),
    ),
    checkbox(
      'oneVisitorId',
      'One visitor ID for all formats',
      'A visitor who is new to a format gets there the ID that another format knows. Stored IDs are never changed. Without it each format has an ID of its own.',
    ),
  ]),
  group('sessionGroup', 'Session', [
    text(
      'sessionTimeoutMinutes',
      'Session timeout',
      'A session ends after this time without a hit.',
      { defaultValue: 30, valueUnit: 'minutes', valueValidators: [number] },
    ),
    text(
      'engagementSeconds',
      'Engagement',
      'How long a page must have been open before an Engage tag counts.',
      { defaultValue: 10, valueUnit: 'seconds', valueValidators: [number] },
    ),
    select(
      'sessionKeeper',
      'Who counts page views',
      'Choose the tracker when a d8a or Snowplow tracker runs on the same pages: it then counts, and this tag creates only what is missing.',
      [
        ['thisTag', 'This tag'],
        ['tracker', 'The tracker on the page'],
      ],
    ),
  ]),
  group('storageGroup', 'Storage', [
    select(
      'storage',
      'Storage',
      'Where the d8a identity lies. Local storage belongs to one host: the identity is then not shared with subdomains. Snowplow and Treasure Data stay in cookies; None keeps none of them.',
      [
        ['cookie', 'Cookies'],
        ['localStorage', 'Local storage'],
        ['none', 'None: in memory only'],
      ],
    ),
    text(
      'cookieDomain',
      'Cookie domain',
      'auto finds the widest domain that the browser accepts. none keeps the cookies to one host.',
      { defaultValue: 'auto' },
    ),
    text(
      'cookiePrefix',
      'Cookie prefix',
      'Put before the d8a cookie names, as in the d8a tracker: with shop the client cookie is shop_d8a.',
      {
        valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
      },
    ),
    text(
      'cookieMaxAgeDays',
      'Cookie lifetime',
      'Browsers allow at most 400 days. With 0 the cookies end with the browser session.',
      { defaultValue: 730, valueUnit: 'days', valueValidators: [number] },
    ),
    checkbox(
      'cookieUpdate',
      'Start the lifetime anew at each page view',
      'Once your endpoint keeps the cookies, it does this instead, once a session.',
      { defaultValue: true },
    ),
    select(
      'cookieSameSite',
      'SameSite',
      'Lax is right for nearly every site. None is for pages inside frames of other sites.',
      [
        ['Lax', 'Lax'],
        ['Strict', 'Strict'],
        ['None', 'None'],
      ],
    ),
  ]),
  group('dataLayerGroup', 'Data layer', [
    text(
      'dataLayerName',
      'Data layer name',
      'Permissions name the data layer, so another name also has to be built into the template; see the documentation.',
      { defaultValue: 'dataLayer' },
    ),
  ]),
];
