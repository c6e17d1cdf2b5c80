import type { Permission } from '../../../src/tpl/index.ts';

type Value = string | boolean | Value[] | { [key: string]: Value };

/** A permission in the typed form of `___WEB_PERMISSIONS___`, from plain values. */
export function grant(publicId: string, parameters: Record<string, Value> = {}): Permission {
  const param = Object.entries(parameters).map(([key, value]) => ({ key, value: encode(value) }));
  const permission: unknown = {
    instance: { key: { publicId, versionId: '1' }, param },
    isRequired: true,
  };
  return permission as Permission;
}

/** Grants on globals: the letters r, w and x, as in `{ dataLayer: 'rw' }`. */
export function grantGlobals(flags: Record<string, string>): Permission {
  const keys = Object.entries(flags).map(([key, letters]) => ({
    key,
    read: letters.includes('r'),
    write: letters.includes('w'),
    execute: letters.includes('x'),
  }));
  return grant('access_globals', { keys });
}

/** Read and write of consent types. */
export function grantConsent(...types: string[]): Permission {
  const consentTypes = types.map((consentType) => ({ consentType, read: true, write: true }));
  return grant('access_consent', { consentTypes });
}

/** Every cookie with every attribute. */
export const anyCookie = grant('set_cookies', {
  allowedCookies: [{ name: '*', domain: '*', path: '*', secure: 'any', session: 'any' }],
});
export const anyCookieRead = grant('get_cookies', { cookieAccess: 'any' });

function encode(value: Value): unknown {
  if (typeof value === 'string') return { type: 1, string: value };
  if (typeof value === 'boolean') return { type: 8, boolean: value };
  if (Array.isArray(value)) return { type: 2, listItem: value.map(encode) };
  return {
    type: 3,
    mapKey: Object.keys(value).map(encode),
    mapValue: Object.values(value).map(encode),
  };
}
