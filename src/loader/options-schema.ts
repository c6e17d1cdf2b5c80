const text = (description: string, standard = '') => ({
  type: 'string',
  default: standard,
  description,
});
const number = (standard: number, description: string) => ({
  type: 'number',
  minimum: 0,
  default: standard,
  description,
});
const toggle = (standard: boolean, description: string) => ({
  type: 'boolean',
  default: standard,
  description,
});
const choice = (choices: string[], description: string) => ({
  type: 'string',
  enum: choices,
  default: choices[0],
  description,
});

/** The options of the loader: a JSON Schema whose descriptions are the table of the README. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    propertyIds: text(
      'The d8a property this site reports to. Several are separated by commas, or are a list; each has its own session cookie.',
    ),
    serverUrl: text(
      'Where your cookie endpoint runs: a path of this site such as `/fpid`, or a host such as `id.example.com`. Empty: there is none. A function is called with the host name.',
    ),
    consentType: text('The Google consent type that permits storage.', 'analytics_storage'),
    unsetConsent: choice(
      ['grant', 'wait'],
      'While nobody has said anything about consent: treat it as granted, as Google does, or keep the identity in memory.',
    ),
    onWithdrawal: choice(
      ['erase', 'keep'],
      'When consent is withdrawn: erase everything, here and at the endpoint, or keep what is stored and not use it.',
    ),
    waitForUpdateMillis: number(
      0,
      'How long the first decision waits for a consent update; `wait_for_update` of a consent default counts as well.',
    ),
    privacySignal: toggle(
      false,
      'Whether Global Privacy Control and Do Not Track count as a refusal.',
    ),
    region: text(
      'Where the visitor is, such as `ES` or `US-CA`, for regional consent defaults. Empty: these are ignored.',
    ),
    sessionTimeoutMinutes: number(30, 'A session ends after this time without a hit.'),
    engagementSeconds: number(
      10,
      'How long pages of a session must have been visible and focused until it is engaged.',
    ),
    sessionKeeper: choice(
      ['thisTag', 'tracker'],
      'Who counts hits: the loader, or the tracker on the page; the loader then creates only what is missing.',
    ),
    countNavigation: toggle(
      false,
      'Whether `history.pushState` and the back button count as hits. This wraps `history.pushState`.',
    ),
    adoptGoogleClientId: toggle(
      false,
      'A visitor who is new to d8a gets the client ID of Google Analytics’ cookie `_ga`, which is only read.',
    ),
    storage: choice(
      ['cookie', 'localStorage', 'none'],
      'Where the d8a identity lies. Local storage belongs to one host.',
    ),
    cookieDomain: text(
      '`auto` finds the widest domain that the browser accepts, `none` keeps cookies to one host, else a domain. A function is called with the host name.',
      'auto',
    ),
    cookiePrefix: text(
      'Put before the d8a cookie names: with `shop` the client cookie is `shop_d8a`.',
    ),
    cookieMaxAgeDays: number(
      730,
      'Browsers allow at most 400 days. With 0 the cookies end with the browser session.',
    ),
    cookieUpdate: toggle(
      true,
      'Whether each hit starts the lifetime anew. Once your endpoint keeps the cookies, it does this instead.',
    ),
    cookieSameSite: choice(
      ['Lax', 'Strict', 'None'],
      '`None` is for pages inside frames of other sites.',
    ),
    dataLayerName: text(
      'The data layer with Google’s consent commands. Empty: `?l=` of the loader’s own address or `data-data-layer`, else the name in Google’s snippet, else `dataLayer`.',
    ),
    debug: toggle(
      false,
      'Says on the console which identity is used, and which options are ignored.',
    ),
  },
};

/** What `loader-all.js` knows beside these, written like the fields of the tag. */
export const formatOptionsSchema = {
  ...optionsSchema,
  properties: {
    d8a: toggle(true, 'Keeps the cookies of the d8a tracker.'),
    snowplow: toggle(false, 'Keeps the cookies of the Snowplow tracker, `_sp_id` and `_sp_ses`.'),
    snowplowHash: text(
      'The four digits at the end of Snowplow’s cookie names. Empty: they are computed.',
    ),
    snowplowCookieName: text('The tracker’s `cookieName`.', '_sp_'),
    snowplowStateStorage: choice(
      ['cookieAndLocalStorage', 'cookie', 'localStorage', 'none'],
      'The tracker’s `stateStorageStrategy`.',
    ),
    snowplowAnonymousTracking: choice(
      ['off', 'anonymous', 'withSessionTracking'],
      'The tracker’s anonymous tracking.',
    ),
    snowplowOptOutCookie: text('Name of the cookie that opts a visitor out of Snowplow.'),
    treasureData: toggle(
      false,
      'Keeps the client ID of Treasure Data’s SDK, `_td`, in signed mode.',
    ),
    treasureDataCookieName: text('The SDK’s `storage.name`.', '_td'),
    treasureDataStartInSignedMode: toggle(
      true,
      'Whether a visitor who has chosen no mode is in signed mode.',
    ),
    treasureDataStoreConsentByLocalStorage: toggle(
      false,
      'As the SDK’s `storeConsentByLocalStorage`.',
    ),
    oneVisitorId: toggle(
      false,
      'A visitor who is new to a format gets there the ID that another format knows.',
    ),
  },
};
