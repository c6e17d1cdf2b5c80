import type { ApiRule } from './api-rule.ts';
import { needs, reads, writes } from './api-rule.ts';
import { freeApis } from './free-apis.ts';

/** The APIs that only a server container has, and that need no permission. */
const freeServerApis = [
  'claimRequest',
  'computeEffectiveTldPlusOne',
  'createRegex',
  'Promise',
  'sha256Sync',
  'testRegex',
];

const request = needs('read_request');
const response = needs('access_response');
const messages = needs('use_message');
const uncertain = (permission: string): ApiRule => ({ ...needs(permission), isUncertain: true });

/** The permission that each API of a server container asks for. */
export const serverApiRules: Readonly<Record<string, ApiRule>> = {
  addEventCallback: needs('read_event_metadata'),
  addMessageListener: messages,
  BigQuery: needs('access_bigquery'),
  extractEventsFromMpv1: uncertain('read_request'),
  extractEventsFromMpv2: uncertain('read_request'),
  Firestore: needs('access_firestore'),
  getAllEventData: needs('read_event_data'),
  getClientName: uncertain('read_container_data'),
  getContainerVersion: needs('read_container_data'),
  getCookieValues: { permission: 'get_cookies', touches: [reads(0)] },
  getEventData: { permission: 'read_event_data', touches: [reads(0)] },
  getGoogleAuth: needs('use_google_credentials'),
  getGoogleScript: uncertain('send_http'),
  getRemoteAddress: request,
  getRequestBody: request,
  getRequestHeader: request,
  getRequestMethod: request,
  getRequestPath: request,
  getRequestQueryParameter: request,
  getRequestQueryParameters: request,
  getRequestQueryString: request,
  hasMessageListener: messages,
  hmacSha256: { ...uncertain('use_custom_private_keys'), touches: [reads(1)] },
  isRequestMpv1: uncertain('read_request'),
  isRequestMpv2: uncertain('read_request'),
  logToConsole: needs('logging'),
  returnResponse: needs('return_response'),
  runContainer: needs('run_container'),
  sendEventToGoogleAnalytics: uncertain('send_http'),
  sendHttpGet: { permission: 'send_http', touches: [reads(0)] },
  sendHttpRequest: { permission: 'send_http', touches: [reads(0)] },
  sendMessage: messages,
  sendPixelFromBrowser: uncertain('send_pixel_from_browser'),
  setCookie: { permission: 'set_cookies', touches: [writes(0)], isDeclared: true },
  setPixelResponse: response,
  setResponseBody: response,
  setResponseHeader: response,
  setResponseStatus: response,
  templateDataStorage: needs('access_template_storage'),
};

/** Every API that a server template may require. */
export const serverApiNames: ReadonlySet<string> = new Set([
  ...freeApis,
  ...freeServerApis,
  ...Object.keys(serverApiRules),
]);
