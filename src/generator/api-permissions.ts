/** What is done with a thing that a permission guards. */
export type Access = 'read' | 'write' | 'execute';

/** An argument that names what a call touches. */
export interface Touch {
  argument: number;
  access: readonly Access[];
}

/** What an API asks for. */
export interface ApiRule {
  permission: string;
  /** Of a call, or of a call of each method. Empty: the permission has no scope. */
  touches: readonly Touch[] | Readonly<Record<string, readonly Touch[]>>;
  /** The scope is more than one argument tells; permissions.ts must declare it. */
  isDeclared?: true;
}

const reads = (argument: number): Touch => ({ argument, access: ['read'] });
const writes = (argument: number): Touch => ({ argument, access: ['write'] });
const changes = (argument: number): Touch => ({ argument, access: ['read', 'write'] });
const calls = (argument: number): Touch => ({ argument, access: ['execute'] });

/** The APIs that need no permission. */
const FREE_APIS = [
  'callLater',
  'decodeUri',
  'decodeUriComponent',
  'encodeUri',
  'encodeUriComponent',
  'fromBase64',
  'generateRandom',
  'getTimestamp',
  'getTimestampMillis',
  'getType',
  'JSON',
  'makeInteger',
  'makeNumber',
  'makeString',
  'makeTableMap',
  'Math',
  'Object',
  'parseUrl',
  'queryPermission',
  'sha256',
  'toBase64',
];

/** The permission that each API of a web container asks for. */
export const API_RULES: Readonly<Record<string, ApiRule>> = {
  addConsentListener: { permission: 'access_consent', touches: [reads(0)] },
  addEventCallback: { permission: 'read_event_metadata', touches: [] },
  aliasInWindow: { permission: 'access_globals', touches: [writes(0), reads(1)] },
  callInWindow: { permission: 'access_globals', touches: [calls(0)] },
  copyFromDataLayer: { permission: 'read_data_layer', touches: [reads(0)] },
  copyFromWindow: { permission: 'access_globals', touches: [reads(0)] },
  createArgumentsQueue: { permission: 'access_globals', touches: [changes(0), changes(1)] },
  createQueue: { permission: 'access_globals', touches: [changes(0)] },
  getContainerVersion: { permission: 'read_container_data', touches: [] },
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
  logToConsole: { permission: 'logging', touches: [] },
  readAnalyticsStorage: { permission: 'read_analytics_storage', touches: [] },
  readCharacterSet: { permission: 'read_character_set', touches: [] },
  readTitle: { permission: 'read_title', touches: [] },
  sendPixel: { permission: 'send_pixel', touches: [reads(0)] },
  setCookie: { permission: 'set_cookies', touches: [writes(0)], isDeclared: true },
  setDefaultConsentState: { permission: 'access_consent', touches: [writes(0)], isDeclared: true },
  setInWindow: { permission: 'access_globals', touches: [changes(0)] },
  templateStorage: { permission: 'access_template_storage', touches: [] },
  updateConsentState: { permission: 'access_consent', touches: [writes(0)], isDeclared: true },
};

/** Every API that a template may require. */
export const API_NAMES: ReadonlySet<string> = new Set([...FREE_APIS, ...Object.keys(API_RULES)]);
