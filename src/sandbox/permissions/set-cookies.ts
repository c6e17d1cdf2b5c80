import type { ParameterRow } from './permission-parameters.ts';
import type { PermissionRule } from './permission-rule.ts';

/** `(name, options)`, with the options as they are used: the domain that is tried, not 'auto'. Any row suffices. */
export const setCookies: PermissionRule = ({ parameters, args }) => {
  const [name, given] = args;
  const options = new Map<string, unknown>(isRecord(given) ? Object.entries(given) : []);
  const allows = (row: ParameterRow): boolean =>
    (row.get('name') === '*' || row.get('name') === name) &&
    allowsText(row.get('domain'), options.get('domain')) &&
    allowsText(row.get('path'), options.get('path')) &&
    allowsSecure(row.get('secure'), Boolean(options.get('secure'))) &&
    allowsLifetime(row.get('session'), isSession(options));
  if (parameters.rows('allowedCookies').some(allows)) return undefined;
  return `Prohibited write of cookie: ${String(name)}.`;
};

/** '*' allows any; '' only an absent one; all else must be equal. */
function allowsText(allowed: unknown, used: unknown): boolean {
  return allowed === '*' || (allowed ?? '') === (used ?? '');
}

function allowsSecure(allowed: unknown, isSecure: boolean): boolean {
  return allowed === 'any' || allowed === (isSecure ? 'secure' : 'non_secure');
}

function allowsLifetime(allowed: unknown, isForSession: boolean): boolean {
  return allowed === 'any' || allowed === (isForSession ? 'session' : 'non_session');
}

function isSession(options: ReadonlyMap<string, unknown>): boolean {
  return (options.get('expires') ?? options.get('max-age') ?? undefined) === undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
