import type { Permission, PermissionValue } from './types.ts';

/** One thing that a template may do, in a user's words, and to what. */
export interface Ability {
  /** Such as `Reads the cookie`. */
  what: string;
  /** Such as `_d8a`; '*' stands for all, and is absent where there is nothing to name. */
  name?: string;
}

type Params = ReadonlyMap<string, unknown>;
type Row = Readonly<Record<string, unknown>>;

/** Everything that permissions allow. One of an unknown kind is told by its own name. */
export function listAbilities(permissions: readonly Permission[]): Ability[] {
  return permissions.flatMap(({ instance }) => {
    const params: Params = new Map(
      (instance.param ?? []).map(({ key, value }) => [key, toPlain(value)]),
    );
    const id = instance.key.publicId;
    return READERS[id]?.(params) ?? [{ what: `Uses the permission ${id}` }];
  });
}

/** The abilities that the one list has beyond the other. */
export function abilitiesBeyond(wider: readonly Ability[], known: readonly Ability[]): Ability[] {
  return wider.filter(
    ({ what, name }) =>
      !known.some((other) => other.what === what && (other.name === name || other.name === '*')),
  );
}

/** `Reads the cookie _d8a`; with '*', `Reads the cookie of any name`. */
export function describeAbility({ what, name }: Ability): string {
  if (name === undefined) return what;
  return name === '*' ? `${what}: any` : `${what}: ${name}`;
}

type Read = (params: Params) => Ability[];

const simple =
  (what: string): Read =>
  () => [{ what }];

const READERS: Readonly<Record<string, Read>> = {
  access_bigquery: rows('allowedTables', 'Writes to the BigQuery table', ({ tableId }) => tableId),
  access_consent: access('consentTypes', 'consentType', {
    read: 'Reads the visitor’s choice for the consent type',
    write: 'Sets consent for the type',
  }),
  access_firestore: rows('allowedOptions', 'Uses the Firestore path', ({ path }) => path),
  access_globals: access('keys', 'key', {
    read: 'Reads the page’s variable',
    write: 'Changes the page’s variable',
    execute: 'Calls the page’s function',
  }),
  access_local_storage: access('keys', 'key', {
    read: 'Reads from local storage the key',
    write: 'Writes to local storage the key',
  }),
  access_response: parts('writeResponseAccess', 'Writes of the answer', {
    writeBodyAllowed: 'its text',
    writeHeadersAllowed: 'its headers',
    writeStatusAllowed: 'its status',
  }),
  access_template_storage: simple('Remembers things while the page is open'),
  get_cookies: names('cookieAccess', 'cookieNames', 'Reads the cookie'),
  get_referrer: parts('urlParts', 'Reads of the address the visitor comes from', urlParts()),
  get_url: parts('urlParts', 'Reads of the page’s address', urlParts()),
  inject_hidden_iframe: names('', 'urls', 'Opens in a hidden frame'),
  inject_script: names('', 'urls', 'Loads and runs a script from'),
  logging: (params) => [
    {
      what: 'Writes to the console',
      name: params.get('environments') === 'all' ? '*' : 'in Preview',
    },
  ],
  read_analytics_storage: simple('Reads the visitor and session of Google Analytics'),
  read_character_set: simple('Reads the page’s character set'),
  read_container_data: simple('Reads the container’s ID and version'),
  read_data_layer: names('allowedKeys', 'keyPatterns', 'Reads from the data layer'),
  read_event_data: names('eventDataAccess', 'keyPatterns', 'Reads of the event'),
  read_event_metadata: simple('Hears which tags have fired'),
  read_request: parts('requestAccess', 'Reads of the request', {
    bodyAllowed: 'its text',
    headersAllowed: 'its headers',
    pathAllowed: 'its path',
    queryParametersAllowed: 'its query',
    remoteAddressAllowed: 'the visitor’s IP address',
  }),
  read_title: simple('Reads the page’s title'),
  return_response: simple('Answers requests'),
  run_container: simple('Runs the container’s tags'),
  send_http: names('allowedUrls', 'urls', 'Sends a request to'),
  send_pixel: names('allowedUrls', 'urls', 'Sends an image request to'),
  send_pixel_from_browser: names('allowedUrls', 'urls', 'Makes the browser send a request to'),
  set_cookies: rows('allowedCookies', 'Writes the cookie', ({ name }) => name),
  use_custom_private_keys: names('', 'keyIds', 'Signs with the key'),
  use_google_credentials: names('', 'allowedScopes', 'Uses Google credentials for'),
  use_message: rows('messageTypes', 'Exchanges the message', ({ type }) => type),
  write_data_layer: names('', 'keyPatterns', 'Writes to the data layer'),
};

function urlParts(): Record<string, string> {
  const known = ['protocol', 'host', 'port', 'path', 'extension', 'query', 'fragment'];
  return Object.fromEntries(known.map((part) => [part, part]));
}

/** A list of names, or all of them where the switch says any. */
function names(choice: string, list: string, what: string): Read {
  return (params) =>
    params.get(choice) === 'any'
      ? [{ what, name: '*' }]
      : asList(params.get(list)).map((name) => ({ what, name: String(name) }));
}

function rows(list: string, what: string, nameOf: (row: Row) => unknown): Read {
  return (params) =>
    asList(params.get(list)).map((row) => ({ what, name: String(nameOf(Object(row))) }));
}

/** A row a thing, with what may be done to it. */
function access(list: string, key: string, kinds: Readonly<Record<string, string>>): Read {
  return (params) =>
    asList(params.get(list)).flatMap((item) => {
      const row: Row = Object(item);
      return Object.entries(kinds)
        .filter(([kind]) => row[kind] === true)
        .map(([, what]) => ({ what, name: String(row[key]) }));
    });
}

/** Parts of a whole that are switched on one by one. */
function parts(choice: string, what: string, known: Readonly<Record<string, string>>): Read {
  return (params) =>
    params.get(choice) === 'any'
      ? [{ what, name: '*' }]
      : Object.entries(known)
          .filter(([part]) => params.get(part) === true)
          .map(([, name]) => ({ what, name }));
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Google's typed values as plain ones. */
function toPlain(value: PermissionValue): unknown {
  switch (value.type) {
    case 1:
      return value.string;
    case 2:
      return value.listItem.map(toPlain);
    case 3:
      return Object.fromEntries(
        value.mapKey.map((key, index) => {
          const cell = value.mapValue[index];
          return [String(toPlain(key)), cell && toPlain(cell)];
        }),
      );
    case 8:
      return value.boolean;
  }
}
