/** Why each permission is asked for, and what the code does not say itself. */
export const permissions = {
  access_consent: {
    why: 'Reads the consent type you choose and hears when the visitor changes it. It never sets consent.',
    typesFromField: 'consentType',
  },
  access_globals: {
    why: 'Reads consent commands in the data layers, and in google_tag_data.ics.entries what your consent tool has told Google; pushes the first_party_id event, and shares the identity with other tags as window.firstPartyId.',
    keys: [{ key: 'dataLayer', read: true, write: true, execute: false }],
  },
  access_local_storage: {
    why: 'Keeps the identity under one key when you choose local storage instead of cookies, and reads and erases Treasure Data’s choice of mode when you say that it lies there.',
    keys: [{ key: '__td_signed', read: true, write: true }],
  },
  access_template_storage: {
    why: 'Remembers during a page which listeners exist and which page view has been counted.',
  },
  get_cookies: {
    why: 'Reads the identity cookies, and Google Analytics’ _ga if you take its client ID over. Their names hold your cookie prefix and property ids, so no list can name them.',
    cookieAccess: 'any',
  },
  get_url: {
    why: 'Reads protocol and host, to choose the cookie domain and the Secure flag. It reads no path and no query.',
  },
  read_data_layer: {
    why: 'Reads the name of the event it fires on: on its own event it does nothing, since it would push that again.',
  },
  send_pixel: {
    why: 'Calls the cookie endpoint on the host you enter; without a host it calls nothing.',
    allowedUrls: 'any',
  },
  set_cookies: {
    why: 'Writes and erases the identity cookies, whose names and domain depend on your settings. The path is always /.',
    allowedCookies: [{ name: '*', domain: '*', path: '/', secure: 'any', session: 'any' }],
  },
};
