import type { ApiRule } from './api-rule.ts';
import { calls, changes, needs, reads, writes } from './api-rule.ts';
import { freeApis } from './free-apis.ts';

/** The permission that each API of a web container asks for. */
export const webApiRules: Readonly<Record<string, ApiRule>> = {
  addConsentListener: { permission: 'access_consent', touches: [reads(0)] },
  addEventCallback: needs('read_event_metadata'),
  aliasInWindow: { permission: 'access_globals', touches: [writes(0), reads(1)] },
  callInWindow: { permission: 'access_globals', touches: [calls(0)] },
  copyFromDataLayer: { permission: 'read_data_layer', touches: [reads(0)] },
  copyFromWindow: { permission: 'access_globals', touches: [reads(0)] },
  createArgumentsQueue: { permission: 'access_globals', touches: [changes(0), changes(1)] },
  createQueue: { permission: 'access_globals', touches: [changes(0)] },
  getContainerVersion: needs('read_container_data'),
  getCookieValues: { permission: 'get_cookies', touches: [reads(0)] },
  getQueryParameters: { permission: 'get_url', touches: [reads(0)], isDeclared: true },
  getReferrerQueryParameters: { permission: 'get_referrer', touches: [reads(0)], isDeclared: true },
  getReferrerUrl: { permission: 'get_referrer', touches: [reads(0)] },
  getUrl: { permission: 'get_url', touches: [reads(0)] },
  gtagSet: { permission: 'write_data_layer', touches: [writes(0)], isDeclared: true },
  injectHiddenIframe: { permission: 'inject_hidden_iframe', touches: [reads(0)] },
  injectScript: { permission: 'inject_script', touches: [reads(0)] },
  isConsentGranted: { permission: 'access_consent', touches: [reads(0)] },
  localStorage: {
    permission: 'access_local_storage',
    touches: { getItem: [reads(0)], setItem: [writes(0)], removeItem: [writes(0)] },
  },
  logToConsole: needs('logging'),
  readAnalyticsStorage: needs('read_analytics_storage'),
  readCharacterSet: needs('read_character_set'),
  readTitle: needs('read_title'),
  sendPixel: { permission: 'send_pixel', touches: [reads(0)] },
  setCookie: { permission: 'set_cookies', touches: [writes(0)], isDeclared: true },
  setDefaultConsentState: { permission: 'access_consent', touches: [writes(0)], isDeclared: true },
  setInWindow: { permission: 'access_globals', touches: [changes(0)] },
  templateStorage: needs('access_template_storage'),
  updateConsentState: { permission: 'access_consent', touches: [writes(0)], isDeclared: true },
};

/** Every API that a web template may require. */
export const webApiNames: ReadonlySet<string> = new Set([...freeApis, ...Object.keys(webApiRules)]);
