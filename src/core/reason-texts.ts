/** What each reason code means, and what to do about it. Codes are stable; texts may improve. */
export const REASONS = {
  consent_granted: { meaning: 'Consent is granted: an identity may be kept.', remedy: '' },
  consent_unset: {
    meaning: 'Nobody has said anything about this consent type on this page.',
    remedy: 'Set a consent default before the tag fires, or leave it if no consent is needed.',
  },
  consent_denied: {
    meaning: 'A default denies consent; nothing stored was read, written or erased.',
    remedy: 'Nothing to do: the identity is promoted when the visitor agrees.',
  },
  consent_withdrawn: {
    meaning: 'A consent update denies consent.',
    remedy: 'Nothing to do: this is the visitor’s choice.',
  },
  privacy_signal: {
    meaning: 'The browser sends Global Privacy Control or Do Not Track, and you honour it.',
    remedy: 'Nothing to do. To ignore the signal, clear the field “Privacy signal”.',
  },
  consent_wait_over: {
    meaning: 'No consent update came within the time to wait.',
    remedy: 'Raise the waiting time, or check that the consent tool sends an update.',
  },
  data_layer_unreadable: {
    meaning: 'The data layer could not be copied, so the source of consent is unknown.',
    remedy: 'Look for an object without a prototype among the data layer’s entries.',
  },
  data_layer_not_permitted: {
    meaning: 'The template has no permission for this data layer name.',
    remedy: 'Build the template with --data-layer NAME, or correct the field “Data layer name”.',
  },
  client_id_stored: { meaning: 'The visitor is known: the client ID was stored.', remedy: '' },
  client_id_new: { meaning: 'The visitor is new: a client ID was made.', remedy: '' },
  client_id_adopted: {
    meaning: 'The visitor is new here: Google Analytics’ client ID was taken over.',
    remedy: '',
  },
  client_id_promoted: {
    meaning: 'Consent was granted: the client ID kept in memory is now stored.',
    remedy: '',
  },
  client_id_memory: {
    meaning: 'The client ID is kept in memory until this page is left.',
    remedy: 'See the consent or storage reason beside this one.',
  },
  client_id_restored: {
    meaning: 'The client cookie was missing; the endpoint has brought it back.',
    remedy: '',
  },
  client_id_malformed: {
    meaning: 'The client cookie held something that is not a client ID; it was replaced.',
    remedy: 'Look for other code that writes a cookie of this name.',
  },
  client_id_other_version: {
    meaning: 'A tracker of another version wrote the client cookie; it is left alone.',
    remedy: 'Update this template, or set a cookie prefix of its own.',
  },
  session_new: { meaning: 'A first session was started.', remedy: '' },
  session_continued: { meaning: 'The session goes on; this hit was counted.', remedy: '' },
  session_expired: {
    meaning: 'The last hit is longer ago than the timeout: a new session was started.',
    remedy: '',
  },
  session_requested: {
    meaning: 'A new session was started because the action says so.',
    remedy: '',
  },
  session_restored: {
    meaning: 'The session cookie was missing; the endpoint has brought it back.',
    remedy: '',
  },
  session_not_restored: {
    meaning: 'The session cookie was missing, and the endpoint had none to bring back.',
    remedy: 'Nothing to do on a visitor’s first visit since the endpoint runs.',
  },
  session_malformed: {
    meaning: 'A session cookie held something that is not a session; it was replaced.',
    remedy: 'Look for other code that writes a cookie of this name.',
  },
  session_other_version: {
    meaning: 'A tracker of another version wrote the session cookie; it is left alone.',
    remedy: 'Update this template, or set a cookie prefix of its own.',
  },
  session_kept_by_tracker: {
    meaning: 'The tracker on the page counts hits; this tag left the session as it is.',
    remedy: '',
  },
  hit_already_counted: {
    meaning: 'This page view was counted before, by this or another tag.',
    remedy: 'Fire one identify tag a page view.',
  },
  engaged: { meaning: 'The session is now engaged.', remedy: '' },
  already_engaged: { meaning: 'The session was engaged before.', remedy: '' },
  engagement_too_early: {
    meaning: 'The page has not been open long enough to count as engagement.',
    remedy: 'Fire the engage tag later, or lower “Engagement seconds”.',
  },
  engagement_without_session: {
    meaning: 'There is no session to mark as engaged; an idle page does not revive one.',
    remedy: 'Fire an identify tag before the engage tag.',
  },
  snowplow_id_stored: { meaning: 'Snowplow’s cookie knows the visitor.', remedy: '' },
  snowplow_id_new: { meaning: 'The visitor is new to Snowplow: a user ID was made.', remedy: '' },
  snowplow_id_promoted: {
    meaning: 'Consent was granted: Snowplow’s user ID kept in memory is now stored.',
    remedy: '',
  },
  snowplow_id_memory: {
    meaning: 'Snowplow’s user ID is kept in memory until this page is left.',
    remedy: 'See the consent or storage reason beside this one.',
  },
  snowplow_id_restored: {
    meaning: 'Snowplow’s cookie was missing; the endpoint has been asked for it and it is there.',
    remedy: '',
  },
  snowplow_id_malformed: {
    meaning: 'Snowplow’s cookie held something that no tracker writes; it was replaced.',
    remedy: 'Look for other code that writes a cookie of this name.',
  },
  snowplow_session_started: { meaning: 'A session was started in Snowplow’s cookies.', remedy: '' },
  snowplow_session_continued: {
    meaning: 'Snowplow’s session goes on; this page view was counted as an event.',
    remedy: '',
  },
  snowplow_session_left: {
    meaning: 'The Snowplow tracker on the page keeps its session; this tag left it as it is.',
    remedy: '',
  },
  snowplow_anonymous: {
    meaning: 'Snowplow is in an anonymous mode: no user ID is kept.',
    remedy: 'Nothing to do. The mode is set in the field “Snowplow: anonymous tracking”.',
  },
  snowplow_opted_out: {
    meaning: 'The opt-out cookie is there: Snowplow’s cookies were removed.',
    remedy: 'Nothing to do: this is the visitor’s choice.',
  },
  snowplow_hash_computed: {
    meaning: 'The digits of Snowplow’s cookie names were computed, which takes time on each page.',
    remedy: 'Enter the digits, shown as snowplow.hash, in the field “Snowplow: digits”.',
  },
  snowplow_hash_unknown: {
    meaning: 'The names of Snowplow’s cookies are not known, so its user ID stays in memory.',
    remedy: 'Enter the digits in the field “Snowplow: digits”, as they end its cookie names.',
  },
  treasure_data_id_stored: { meaning: 'Treasure Data’s cookie knows the visitor.', remedy: '' },
  treasure_data_id_new: {
    meaning: 'The visitor is new to Treasure Data: a client ID was made.',
    remedy: '',
  },
  treasure_data_id_promoted: {
    meaning: 'Consent was granted: Treasure Data’s client ID kept in memory is now stored.',
    remedy: '',
  },
  treasure_data_id_memory: {
    meaning: 'Treasure Data’s client ID is kept in memory until this page is left.',
    remedy: 'See the consent or storage reason beside this one.',
  },
  treasure_data_id_restored: {
    meaning: 'Treasure Data’s cookie was missing; the endpoint was asked for it and it is there.',
    remedy: '',
  },
  treasure_data_id_malformed: {
    meaning: 'Treasure Data’s cookie held no client ID; it was replaced.',
    remedy: 'Look for other code that writes a cookie of this name.',
  },
  treasure_data_anonymous: {
    meaning: 'Treasure Data is in anonymous mode: no client ID is kept.',
    remedy: 'Call setSignedMode of its SDK, or choose to start in signed mode.',
  },
  storage_none: {
    meaning: 'The tag is set to store nothing.',
    remedy: 'Choose cookies in the field “Storage” to keep the identity.',
  },
  cookies_blocked: {
    meaning: 'The browser keeps no cookies on this page.',
    remedy: 'Look for a sandboxed frame, a file page, or a browser set to block cookies.',
  },
  cookie_not_kept: {
    meaning: 'The browser did not keep a cookie that was written.',
    remedy: 'Serve the whole site over https: a page on http cannot replace cookies made there.',
  },
  cookie_domain_refused: {
    meaning: 'The browser refuses the configured cookie domain; a domain it accepts is used.',
    remedy: 'Set “Cookie domain” to auto, or to a domain that the page’s host lies on.',
  },
  local_storage_blocked: {
    meaning: 'The browser gives no access to local storage.',
    remedy: 'Choose cookies in the field “Storage”.',
  },
  duplicate_removed: {
    meaning: 'One name was stored on several domains; the widest was kept.',
    remedy: 'Look for code that writes the cookie with another domain.',
  },
  attributes_changed: {
    meaning: 'Cookie settings have changed on this page; the cookies were written again.',
    remedy: '',
  },
  server_answered: { meaning: 'The cookie endpoint has answered.', remedy: '' },
  server_unreachable: {
    meaning: 'The cookie endpoint did not answer with its image.',
    remedy: 'Open https://HOST/healthz, and check that its configuration lists this site.',
  },
  server_timeout: {
    meaning: 'The cookie endpoint took too long; the tag went on without it.',
    remedy: 'Check the endpoint’s load and the way to it.',
  },
  server_cookie_missing: {
    meaning: 'The endpoint answered, but its cookie cannot be seen on this page.',
    remedy: 'Serve the endpoint from the site’s own domain.',
  },
  server_url_invalid: {
    meaning: 'The server cookie host is not a host name, so the endpoint was not called.',
    remedy: 'Enter a host, with a path if need be, such as www.example.com/fpid.',
  },
  erased: { meaning: 'Stored values were removed from this browser.', remedy: '' },
  forgotten: { meaning: 'The visitor is forgotten because the action says so.', remedy: '' },
  format_missing: {
    meaning: 'No identity format is on, so there is nothing to do.',
    remedy: 'Choose at least one under “Identity formats”.',
  },
  snowplow_hash_invalid: {
    meaning:
      'The digits of Snowplow’s cookie names are not four of 0–9 and a–f; they are computed.',
    remedy: 'Correct the field “Snowplow: digits”, or leave it empty.',
  },
  property_id_missing: {
    meaning: 'No property id is set, so there is nothing to do.',
    remedy: 'Fill in the field “Property ID”.',
  },
  property_id_invalid: {
    meaning: 'A property id has characters that a cookie name cannot have.',
    remedy: 'Use letters, digits, dots, hyphens and underscores; separate ids by commas.',
  },
  action_unknown: {
    meaning: 'The tag’s action is none of identify, engage, newSession and forget.',
    remedy: 'Choose one of these in the field “Action”.',
  },
  page_object_foreign: {
    meaning: 'window.firstPartyId belongs to something else and was left alone.',
    remedy: 'Rename the page’s own variable.',
  },
  internal_error: {
    meaning: 'Something on this page stopped the tag half-way.',
    remedy: 'Please report it, with the page’s address.',
  },
} as const satisfies Record<string, { meaning: string; remedy: string }>;

export type ReasonCode = keyof typeof REASONS;
