import { Ajv } from 'ajv';
import { explainErrors } from '../tpl/explain-errors.ts';
import type { SchemaProblem } from '../tpl/explain-errors.ts';

/** A global variable, a key of local storage, or a consent type, and what may be done with it. */
export interface AccessRow {
  read?: boolean;
  write?: boolean;
  execute?: boolean;
}

/** One cookie that may be written. `*` stands for anything. */
export interface CookieRow {
  name: string;
  domain: string;
  path: string;
  secure: 'any' | 'secure' | 'non_secure';
  session: 'any' | 'session' | 'non_session';
}

interface Why {
  /** Why the tag needs it, in one sentence. */
  why: string;
}

interface UrlParts extends Why {
  urlParts?: 'any' | string[];
  queryKeys?: 'any' | string[];
}

/**
 * The form of permissions.ts: by permission, why it is needed, and of its scope what the code does not
 * say by itself. Names and values are Google's.
 */
export interface PermissionDeclarations {
  access_consent?: Why & {
    consentTypes?: (AccessRow & { consentType: string })[];
    /** Name of the field whose choices are the consent types. */
    typesFromField?: string;
  };
  access_globals?: Why & { keys?: (AccessRow & { key: string })[] };
  access_local_storage?: Why & { keys?: (AccessRow & { key: string })[] };
  access_response?: Why;
  access_template_storage?: Why;
  get_cookies?: Why & { cookieAccess?: 'any'; cookieNames?: string[] };
  get_referrer?: UrlParts;
  get_url?: UrlParts;
  inject_hidden_iframe?: Why & { urls?: string[] };
  inject_script?: Why & { urls?: string[] };
  /** `debug`, the default, logs in Preview only. */
  logging?: Why & { environments?: 'debug' | 'all' };
  read_analytics_storage?: Why;
  read_character_set?: Why;
  read_container_data?: Why;
  read_data_layer?: Why & { allowedKeys?: 'any'; keyPatterns?: string[] };
  read_event_metadata?: Why;
  read_request?: Why;
  read_title?: Why;
  return_response?: Why;
  send_pixel?: Why & { allowedUrls?: 'any'; urls?: string[] };
  set_cookies?: Why & { allowedCookies: CookieRow[] };
  use_custom_private_keys?: Why & { keyIds?: string[] };
  write_data_layer?: Why & { keyPatterns?: string[] };
}

export type PermissionId = keyof PermissionDeclarations;

const BOOLEAN = { type: 'boolean' };
const TEXTS = { type: 'array', items: { type: 'string' }, minItems: 1 };
const ANY = { const: 'any' };

function object(properties: Record<string, object>, required: string[]): object {
  return { type: 'object', required, additionalProperties: false, properties };
}

function rows(key: string, access: string[]): object {
  const flags = Object.fromEntries(access.map((name) => [name, BOOLEAN]));
  const items = object({ [key]: { type: 'string', minLength: 1 }, ...flags }, [key]);
  return { type: 'array', items, minItems: 1 };
}

const COOKIE = object(
  {
    name: { type: 'string' },
    domain: { type: 'string' },
    path: { type: 'string' },
    secure: { enum: ['any', 'secure', 'non_secure'] },
    session: { enum: ['any', 'session', 'non_session'] },
  },
  ['name', 'domain', 'path', 'secure', 'session'],
);

const PARTS = ['protocol', 'host', 'port', 'path', 'extension', 'query', 'fragment'];

function urlParts(parts: string[]): Record<string, object> {
  return {
    urlParts: {
      if: { type: 'string' },
      then: ANY,
      else: { type: 'array', items: { enum: parts } },
    },
    queryKeys: { if: { type: 'string' }, then: ANY, else: TEXTS },
  };
}

/** What each permission may declare beside `why`. */
const OWN_PROPERTIES: Readonly<Record<PermissionId, Record<string, object>>> = {
  access_consent: {
    consentTypes: rows('consentType', ['read', 'write']),
    typesFromField: { type: 'string' },
  },
  access_globals: { keys: rows('key', ['read', 'write', 'execute']) },
  access_local_storage: { keys: rows('key', ['read', 'write']) },
  access_response: {},
  access_template_storage: {},
  get_cookies: { cookieAccess: ANY, cookieNames: TEXTS },
  get_referrer: urlParts(PARTS.filter((part) => part !== 'fragment')),
  get_url: urlParts(PARTS),
  inject_hidden_iframe: { urls: TEXTS },
  inject_script: { urls: TEXTS },
  logging: { environments: { enum: ['debug', 'all'] } },
  read_analytics_storage: {},
  read_character_set: {},
  read_container_data: {},
  read_data_layer: { allowedKeys: ANY, keyPatterns: TEXTS },
  read_event_metadata: {},
  read_request: {},
  read_title: {},
  return_response: {},
  send_pixel: { allowedUrls: ANY, urls: TEXTS },
  set_cookies: { allowedCookies: { type: 'array', items: COOKIE, minItems: 1 } },
  use_custom_private_keys: { keyIds: TEXTS },
  write_data_layer: { keyPatterns: TEXTS },
};

const ajv = new Ajv({ allErrors: true, verbose: true });
const validate = ajv.compile<PermissionDeclarations>(
  object(
    Object.fromEntries(
      Object.entries(OWN_PROPERTIES).map(([id, own]) => {
        const why = { type: 'string', minLength: 10, pattern: '^\\S.*[.!?]$' };
        const required = id === 'set_cookies' ? ['why', 'allowedCookies'] : ['why'];
        return [id, object({ why, ...own }, required)];
      }),
    ),
    [],
  ),
);

/** Takes what permissions.ts exports for declarations, or says what is wrong with it. */
export function readDeclarations(
  value: unknown,
): { declarations: PermissionDeclarations } | { problems: SchemaProblem[] } {
  if (validate(value)) return { declarations: value };
  return { problems: explainErrors(validate, value).map(explainWhy) };
}

function explainWhy(problem: SchemaProblem): SchemaProblem {
  if (!problem.path.endsWith('/why')) return problem;
  return {
    ...problem,
    message: 'is not a sentence; accepted: one sentence that ends in a full stop',
  };
}
