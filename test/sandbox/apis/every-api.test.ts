import { describe, expect, test } from '@jest/globals';
import { apiNamesOf } from '../../../src/sandbox/apis/apis-of.ts';
import { serverApiNames } from '../../../src/sandbox/check/server-apis.ts';
import { webApiNames } from '../../../src/sandbox/check/web-apis.ts';
import { permissionRules } from '../../../src/sandbox/permissions/index.ts';
import { runSnippet } from './run-snippet.ts';
import { prepareServer } from './server/run-server-snippet.ts';

/** A call with fitting arguments, the permission that it asks for, and calls whose arguments are wrong. */
type Row = [call: string, permission: string | undefined, wrong: string[]];

const both: Row[] = [
  [
    `addEventCallback(() => {})`,
    'read_event_metadata',
    ['addEventCallback()', 'addEventCallback(1)'],
  ],
  [`callLater(() => {})`, undefined, ['callLater()', `callLater('x')`]],
  [`decodeUri('a')`, undefined, ['decodeUri()', 'decodeUri(1)']],
  [`decodeUriComponent('a')`, undefined, ['decodeUriComponent()', 'decodeUriComponent(null)']],
  [`encodeUri('a')`, undefined, []],
  [`encodeUriComponent('a')`, undefined, []],
  [`fromBase64('YQ==')`, undefined, ['fromBase64()', 'fromBase64(1)']],
  [`generateRandom(1, 2)`, undefined, ['generateRandom()', `generateRandom('1', 2)`]],
  [`getContainerVersion()`, 'read_container_data', []],
  [`getTimestamp()`, undefined, []],
  [`getTimestampMillis()`, undefined, []],
  [`getType(1)`, undefined, []],
  [`JSON.parse('1')`, undefined, []],
  [`logToConsole('x')`, undefined, []],
  [`makeInteger('1')`, undefined, []],
  [`makeNumber('1')`, undefined, []],
  [`makeString(1)`, undefined, []],
  [
    `makeTableMap([], 'a', 'b')`,
    undefined,
    ['makeTableMap()', `makeTableMap([])`, `makeTableMap({}, 'a', 'b')`],
  ],
  [`Math.abs(1)`, undefined, []],
  [
    `Object.keys({})`,
    undefined,
    ['Object.keys()', 'Object.values(null)', 'Object.delete({})', 'Object.freeze()'],
  ],
  [`parseUrl('https://a.com/')`, undefined, []],
  [`queryPermission('logging')`, undefined, ['queryPermission()', 'queryPermission(1)']],
];

const web: Row[] = [
  ...both,
  [
    `addConsentListener('a', () => {})`,
    'access_consent',
    [`addConsentListener('a', null)`, 'addConsentListener(1, () => {})'],
  ],
  [`aliasInWindow('a', 'b')`, 'access_globals', [`aliasInWindow('a')`, 'aliasInWindow(1, 2)']],
  [`callInWindow('a')`, 'access_globals', ['callInWindow()', 'callInWindow(1)']],
  [
    `copyFromDataLayer('a')`,
    'read_data_layer',
    ['copyFromDataLayer()', `copyFromDataLayer('a', '1')`],
  ],
  [`copyFromWindow('a')`, 'access_globals', ['copyFromWindow()', 'copyFromWindow(1)']],
  [`createArgumentsQueue('a', 'b')`, 'access_globals', [`createArgumentsQueue('a')`]],
  [`createQueue('a')`, 'access_globals', ['createQueue()', 'createQueue([])']],
  [`getCookieValues('a')`, 'get_cookies', ['getCookieValues()', 'getCookieValues(1)']],
  [`getQueryParameters('a')`, 'get_url', ['getQueryParameters()', 'getQueryParameters(1)']],
  [`getReferrerQueryParameters('a')`, 'get_referrer', ['getReferrerQueryParameters()']],
  [`getReferrerUrl()`, 'get_referrer', ['getReferrerUrl(1)']],
  [`getUrl()`, 'get_url', ['getUrl(1)']],
  [`gtagSet({ a: 1 })`, 'write_data_layer', ['gtagSet()', 'gtagSet(1)']],
  [`injectHiddenIframe('https://a.com/')`, 'inject_hidden_iframe', ['injectHiddenIframe()']],
  [
    `injectScript('https://a.com/')`,
    'inject_script',
    ['injectScript()', `injectScript('https://a.com/', 1)`],
  ],
  [`isConsentGranted('a')`, 'access_consent', ['isConsentGranted()', 'isConsentGranted(1)']],
  [
    `localStorage.getItem('a')`,
    'access_local_storage',
    ['localStorage.getItem()', `localStorage.setItem('a')`, 'localStorage.removeItem(1)'],
  ],
  [`readAnalyticsStorage()`, 'read_analytics_storage', [`readAnalyticsStorage('a')`]],
  [`readCharacterSet()`, 'read_character_set', []],
  [`readTitle()`, 'read_title', []],
  [
    `sendPixel('https://a.com/')`,
    'send_pixel',
    ['sendPixel()', 'sendPixel(1)', `sendPixel('https://a.com/', 1)`],
  ],
  [
    `setCookie('a', 'b')`,
    'set_cookies',
    ['setCookie()', `setCookie('a', 1)`, `setCookie('a', 'b', 'c')`],
  ],
  [
    `setDefaultConsentState({ a: 'denied' })`,
    'access_consent',
    ['setDefaultConsentState()', `setDefaultConsentState('a')`],
  ],
  [`setInWindow('a', 1)`, 'access_globals', [`setInWindow('a')`, 'setInWindow(1, 1)']],
  [`sha256('a', () => {})`, undefined, [`sha256('a')`, 'sha256(1, () => {})']],
  [
    `templateStorage.getItem('a')`,
    'access_template_storage',
    ['templateStorage.getItem()', `templateStorage.setItem('a')`, 'templateStorage.removeItem()'],
  ],
  [`toBase64('a')`, undefined, ['toBase64()', 'toBase64(1)']],
  [
    `updateConsentState({ a: 'denied' })`,
    'access_consent',
    ['updateConsentState()', `updateConsentState('a')`],
  ],
];

const server: Row[] = [
  ...both,
  [`addMessageListener('a', () => {})`, 'use_message', [`addMessageListener('a')`]],
  [`BigQuery.insert({}, [])`, 'access_bigquery', ['BigQuery.insert({})']],
  [`claimRequest()`, undefined, []],
  [`computeEffectiveTldPlusOne('a.com')`, undefined, []],
  [`createRegex('a')`, undefined, ['createRegex()']],
  [`extractEventsFromMpv1()`, 'read_request', []],
  [`extractEventsFromMpv2()`, 'read_request', []],
  [
    `Firestore.read('a/b')`,
    'access_firestore',
    ['Firestore.read()', `Firestore.write('a/b')`, `Firestore.query('a')`],
  ],
  [`getAllEventData()`, 'read_event_data', []],
  [`getClientName()`, 'read_container_data', []],
  [`getCookieValues('a')`, 'get_cookies', ['getCookieValues()']],
  [`getEventData('a')`, 'read_event_data', ['getEventData()']],
  [`getGoogleAuth({})`, 'use_google_credentials', ['getGoogleAuth()']],
  [`getGoogleScript('GTM')`, 'send_http', ['getGoogleScript()']],
  [`getRemoteAddress()`, 'read_request', []],
  [`getRequestBody()`, 'read_request', []],
  [`getRequestHeader('a')`, 'read_request', ['getRequestHeader()']],
  [`getRequestMethod()`, 'read_request', []],
  [`getRequestPath()`, 'read_request', []],
  [`getRequestQueryParameter('a')`, 'read_request', ['getRequestQueryParameter()']],
  [`getRequestQueryParameters()`, 'read_request', []],
  [`getRequestQueryString()`, 'read_request', []],
  [`hasMessageListener('a')`, 'use_message', ['hasMessageListener()']],
  [`hmacSha256('a', 'b')`, 'use_custom_private_keys', [`hmacSha256('a')`]],
  [`isRequestMpv1()`, 'read_request', []],
  [`isRequestMpv2()`, 'read_request', []],
  [`Promise.all([])`, undefined, ['Promise.all()', 'Promise.create()']],
  [`returnResponse()`, 'return_response', []],
  [`runContainer({})`, 'run_container', ['runContainer()']],
  [`sendEventToGoogleAnalytics({})`, 'send_http', ['sendEventToGoogleAnalytics()']],
  [`sendHttpGet('https://a.com/')`, 'send_http', ['sendHttpGet()']],
  [`sendHttpRequest('https://a.com/')`, 'send_http', ['sendHttpRequest()']],
  [`sendMessage('a', {})`, 'use_message', ['sendMessage()']],
  [`sendPixelFromBrowser('https://a.com/')`, 'send_pixel_from_browser', ['sendPixelFromBrowser()']],
  [`setCookie('a', 'b')`, 'set_cookies', [`setCookie('a')`, `setCookie('a', null)`]],
  [`setPixelResponse()`, 'access_response', []],
  [`setResponseBody('a')`, 'access_response', ['setResponseBody()']],
  [`setResponseHeader('a', 'b')`, 'access_response', ['setResponseHeader()']],
  [
    `setResponseStatus(200)`,
    'access_response',
    ['setResponseStatus()', `setResponseStatus('200')`],
  ],
  [`sha256('a', () => {})`, undefined, [`sha256('a')`]],
  [`sha256Sync('a')`, undefined, ['sha256Sync()']],
  [`templateDataStorage.clear()`, 'access_template_storage', ['templateDataStorage.getItemCopy()']],
  [`testRegex(require('createRegex')('a'), 'a')`, undefined, [`testRegex('a', 'a')`]],
  [`toBase64('a')`, undefined, ['toBase64()']],
];

const contexts = [
  { context: 'WEB' as const, rows: web, run: (code: string) => runSnippet(code) },
  {
    context: 'SERVER' as const,
    rows: server,
    run: (code: string) => prepareServer({ permissions: [] }).run(code),
  },
];

/** `api.method(…)` as a call of what `require` answers. */
const asCode = (call: string): string => call.replace(/^\w+/, (name) => `require('${name}')`);
const nameOf = (call: string): string => /^\w+/.exec(call)?.[0] ?? '';

describe.each(contexts)('each API of $context templates', ({ context, rows, run }) => {
  test('has a row here', () => {
    expect(rows.map(([call]) => nameOf(call)).sort()).toEqual([...apiNamesOf(context)].sort());
  });

  test.each(rows.filter(([, permission]) => permission !== undefined))(
    '%s throws without the permission %s',
    (call, permission) => {
      expect(permissionRules.has(String(permission))).toBe(true);
      expect(() => run(asCode(call))).toThrow(
        `The requested permission ${permission} is not configured.`,
      );
    },
  );

  test.each(rows.filter(([, permission]) => permission === undefined))(
    '%s needs no permission',
    (call) => {
      expect(() => run(asCode(call))).not.toThrow();
    },
  );

  test.each(rows.flatMap(([, , wrong]) => wrong))('%s throws at its arguments', (call) => {
    expect(() => run(asCode(call))).toThrow(/^snippet \(\d+:\d+\): Argument error in /);
  });
});

test('the checker knows the same APIs', () => {
  expect([...webApiNames].sort()).toEqual([...apiNamesOf('WEB')].sort());
  expect([...serverApiNames].sort()).toEqual([...apiNamesOf('SERVER')].sort());
});
