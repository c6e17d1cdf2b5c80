import { accessConsent } from './access-consent.ts';
import { accessGlobals } from './access-globals.ts';
import { accessLocalStorage } from './access-local-storage.ts';
import { accessBigQuery, accessFirestore } from './cloud-access.ts';
import { readDataLayer, writeDataLayer } from './data-layer-keys.ts';
import { getCookies } from './get-cookies.ts';
import { logging } from './logging.ts';
import { accessResponse, readRequest } from './parts-of-request.ts';
import type { PermissionRule } from './permission-rule.ts';
import {
  readEventData,
  sendHttp,
  sendPixelFromBrowser,
  useCustomPrivateKeys,
  useGoogleCredentials,
  useMessage,
} from './server-access.ts';
import { setCookies } from './set-cookies.ts';
import { injectHiddenIframe, injectScript, sendPixel } from './url-filters.ts';
import { getReferrer, getUrl } from './url-parts.ts';

/** Having the permission is enough. */
const always: PermissionRule = () => undefined;

/** Every permission, by the name it has in `___WEB_PERMISSIONS___` and `___SERVER_PERMISSIONS___`. */
export const permissionRules: ReadonlyMap<string, PermissionRule> = new Map([
  ['access_bigquery', accessBigQuery],
  ['access_consent', accessConsent],
  ['access_firestore', accessFirestore],
  ['access_globals', accessGlobals],
  ['access_local_storage', accessLocalStorage],
  ['access_response', accessResponse],
  ['access_template_storage', always],
  ['get_cookies', getCookies],
  ['get_referrer', getReferrer],
  ['get_url', getUrl],
  ['inject_hidden_iframe', injectHiddenIframe],
  ['inject_script', injectScript],
  ['logging', logging],
  ['read_analytics_storage', always],
  ['read_character_set', always],
  ['read_container_data', always],
  ['read_data_layer', readDataLayer],
  ['read_event_data', readEventData],
  ['read_event_metadata', always],
  ['read_request', readRequest],
  ['read_title', always],
  ['return_response', always],
  ['run_container', always],
  ['send_http', sendHttp],
  ['send_pixel', sendPixel],
  ['send_pixel_from_browser', sendPixelFromBrowser],
  ['set_cookies', setCookies],
  ['use_custom_private_keys', useCustomPrivateKeys],
  ['use_google_credentials', useGoogleCredentials],
  ['use_message', useMessage],
  ['write_data_layer', writeDataLayer],
]);
