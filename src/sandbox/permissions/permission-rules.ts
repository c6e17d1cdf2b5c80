import { accessConsent } from './access-consent.ts';
import { accessGlobals } from './access-globals.ts';
import { accessLocalStorage } from './access-local-storage.ts';
import { readDataLayer, writeDataLayer } from './data-layer-keys.ts';
import { getCookies } from './get-cookies.ts';
import { logging } from './logging.ts';
import type { PermissionRule } from './permission-rule.ts';
import { setCookies } from './set-cookies.ts';
import { injectHiddenIframe, injectScript, sendPixel } from './url-filters.ts';
import { getReferrer, getUrl } from './url-parts.ts';

/** Having the permission is enough. */
const always: PermissionRule = () => undefined;

/** Every permission of web templates, by the name it has in `___WEB_PERMISSIONS___`. */
export const permissionRules: ReadonlyMap<string, PermissionRule> = new Map([
  ['access_consent', accessConsent],
  ['access_globals', accessGlobals],
  ['access_local_storage', accessLocalStorage],
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
  ['read_event_metadata', always],
  ['read_title', always],
  ['send_pixel', sendPixel],
  ['set_cookies', setCookies],
  ['write_data_layer', writeDataLayer],
]);
