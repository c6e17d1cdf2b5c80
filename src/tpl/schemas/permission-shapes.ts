/** What a permission's parameter holds: text (some of it chosen from a list), a switch, or a list of text or of rows. */
export type ParamShape =
  | { kind: 'string'; accepted?: readonly string[] }
  | { kind: 'boolean' }
  | { kind: 'strings' }
  | { kind: 'rows'; columns: readonly RowColumn[] };

/** A column of a row; `optional` columns stand last. */
export interface RowColumn {
  key: string;
  kind: 'string' | 'boolean';
  accepted?: readonly string[];
  optional?: true;
}

const flag: ParamShape = { kind: 'boolean' };
const strings: ParamShape = { kind: 'strings' };
const anyOrSpecific: ParamShape = { kind: 'string', accepted: ['any', 'specific'] };

function rows(...columns: RowColumn[]): ParamShape {
  return { kind: 'rows', columns };
}

function textColumn(key: string, accepted?: readonly string[]): RowColumn {
  return accepted ? { key, kind: 'string', accepted } : { key, kind: 'string' };
}

function flagColumn(key: string): RowColumn {
  return { key, kind: 'boolean' };
}

const urlParts = {
  urlParts: anyOrSpecific,
  protocol: flag,
  host: flag,
  port: flag,
  path: flag,
  extension: flag,
  query: flag,
  queriesAllowed: anyOrSpecific,
  queryKeys: strings,
};

/** Every permission by its publicId, with the parameters seen in Google's own exports. */
export const PERMISSION_SHAPES: Readonly<Record<string, Readonly<Record<string, ParamShape>>>> = {
  access_bigquery: {
    allowedTables: rows(
      textColumn('projectId'),
      textColumn('datasetId'),
      textColumn('tableId'),
      textColumn('operation'),
    ),
  },
  access_consent: {
    consentTypes: rows(textColumn('consentType'), flagColumn('read'), flagColumn('write')),
  },
  access_firestore: {
    allowedOptions: rows(
      textColumn('projectId'),
      textColumn('path'),
      textColumn('operation', ['read', 'write', 'read_write']),
      { key: 'databaseId', kind: 'string', optional: true },
    ),
  },
  access_globals: {
    keys: rows(textColumn('key'), flagColumn('read'), flagColumn('write'), flagColumn('execute')),
  },
  access_local_storage: {
    keys: rows(textColumn('key'), flagColumn('read'), flagColumn('write')),
  },
  access_response: {
    writeResponseAccess: anyOrSpecific,
    writeHeaderAccess: anyOrSpecific,
    writeStatusAccess: anyOrSpecific,
    writeBodyAccess: anyOrSpecific,
    writeStatusAllowed: flag,
    writeHeadersAllowed: flag,
    writeBodyAllowed: flag,
    writeHeaderWhitelist: rows(textColumn('headerName')),
  },
  access_template_storage: {},
  get_cookies: { cookieAccess: anyOrSpecific, cookieNames: strings },
  get_referrer: urlParts,
  get_url: { ...urlParts, fragment: flag },
  inject_hidden_iframe: { urls: strings },
  inject_script: { urls: strings },
  logging: { environments: { kind: 'string', accepted: ['debug', 'all'] } },
  read_analytics_storage: {},
  read_character_set: {},
  read_container_data: {},
  read_data_layer: { allowedKeys: anyOrSpecific, keyPatterns: strings },
  read_event_data: { eventDataAccess: anyOrSpecific, keyPatterns: strings },
  read_event_metadata: {},
  read_request: {
    requestAccess: anyOrSpecific,
    headerAccess: anyOrSpecific,
    queryParameterAccess: anyOrSpecific,
    bodyAccess: anyOrSpecific,
    pathAccess: anyOrSpecific,
    headersAllowed: flag,
    pathAllowed: flag,
    bodyAllowed: flag,
    remoteAddressAllowed: flag,
    queryParametersAllowed: flag,
    headerWhitelist: rows(textColumn('headerName')),
    queryParameterWhitelist: rows(textColumn('queryParameter')),
  },
  read_title: {},
  return_response: {},
  run_container: {},
  send_http: { allowedUrls: anyOrSpecific, urls: strings, allowGoogleDomains: flag },
  send_pixel: { allowedUrls: anyOrSpecific, urls: strings },
  send_pixel_from_browser: { allowedUrls: anyOrSpecific, urls: strings, allowGoogleDomains: flag },
  set_cookies: {
    allowedCookies: rows(
      textColumn('name'),
      textColumn('domain'),
      textColumn('path'),
      textColumn('secure', ['any', 'secure', 'non_secure']),
      textColumn('session', ['any', 'session', 'non_session']),
    ),
  },
  // Public templates have the one key or the other; no export of Google's editor was seen.
  use_custom_private_keys: { keyIds: strings, keys: strings },
  use_google_credentials: { allowedScopes: strings },
  use_message: {
    allowedActions: anyOrSpecific,
    messageTypes: rows(textColumn('type'), textColumn('action')),
  },
  write_data_layer: { keyPatterns: strings },
};
