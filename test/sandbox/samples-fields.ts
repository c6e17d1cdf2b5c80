type Fields = Record<string, unknown>;

const denied = { region: '', analytics_storage: 'denied', ad_storage: 'denied' };
const cookie = { action: 'write', name: 'kept', value: 'x', consentType: 'analytics_storage' };
/** What is in the forms of the web tags, and the event on which each fires. */
export const webTags: [name: string, event: string, fields: Fields][] = [
  ['web-consent-default-tag', 'gtm.init_consent', { regions: [denied], redact: true }],
  ['web-pixel-tag', 'gtm.js', { accountId: '123456', eventName: 'view', sendPage: true }],
  ['web-script-loader-tag', 'gtm.js', { siteId: 'abc', position: 'left' }],
  ['web-data-layer-tag', 'gtm.js', { eventName: 'sent', reportTags: true }],
  ['web-cookie-writer-tag', 'gtm.js', cookie],
  ['web-iframe-tag', 'gtm.js', { order: '1', amount: '2' }],
  ['web-visit-counter-tag', 'gtm.js', {}],
  ['web-echo-tag', 'gtm.js', { key: 'user', url: 'https://echo.example.com/e' }],
  ['web-form-tour-tag', 'sent', { tagType: 'init', key: 'abc' }],
];

/** What is in the forms of the clients. */
export const clients: [name: string, fields: Fields][] = [
  ['server-webhook-client', { path: '/webhook', secret: 's3' }],
  ['server-pixel-client', { path: '/p.gif', cookieName: 'pid' }],
  ['server-measurement-client', { acceptOld: true }],
  ['server-script-proxy-client', { containerId: 'GTM-ABC', keepMinutes: '10' }],
];
const overrides = [{ name: 'visitor', value: '{{Visitor}} of {{Domain}}' }];
/** What is in the forms of the server tags, which all fire on every event. */
export const serverTags: [name: string, fields: Fields][] = [
  ['server-message-tag', { action: 'listen' }],
  ['server-message-tag', { action: 'send' }],
  ['server-event-tag', { token: 't', hashUser: true, alsoAnalytics: true, overrides }],
  ['server-bigquery-tag', { datasetId: 'd', tableId: 't', columns: [{ name: 'id', key: 'transaction_id' }] }], // prettier-ignore
  ['server-signed-request-tag', { auth: 'hmac', keyId: 'key1', url: 'https://sink.example.com/' }],
  [
    'server-order-score-tag',
    { message: 'score', pixel: 'https://px.example.com/s', keyId: 'score' },
  ],
];
