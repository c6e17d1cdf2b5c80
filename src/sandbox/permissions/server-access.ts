import { matchKey } from './match-key.ts';
import { isUrlFilter, matchUrl } from './match-url.ts';
import type { PermissionRule } from './permission-rule.ts';
import { sendPixel } from './url-filters.ts';

/** `(keyPath?)`; without a path the whole event is asked for. */
export const readEventData: PermissionRule = ({ parameters, args }) => {
  const [key] = args;
  if (parameters.text('eventDataAccess') === 'any') return undefined;
  const patterns = parameters.texts('keyPatterns');
  if (typeof key === 'string' && patterns.some((pattern) => matchKey(key, pattern))) {
    return undefined;
  }
  return `Prohibited read of event data: ${key === undefined ? 'the whole' : String(key)}.`;
};

const googleHosts =
  /(?:^|\.)(?:google|google-analytics|googleadservices|googleapis|googlesyndication|googletagmanager|doubleclick)\.(?:com|net)$/;

/** `(url)`. `allowGoogleDomains` adds Google's own hosts to the list. */
export const sendHttp: PermissionRule = ({ parameters, args }) => {
  const address = String(args[0]);
  const url = parseWebUrl(address);
  if (!url) return `Prohibited request URL: ${address}. It must be http or https.`;
  if (parameters.text('allowedUrls') === 'any') return undefined;
  if (parameters.isTrue('allowGoogleDomains') && googleHosts.test(url.hostname)) return undefined;
  const filters = parameters.texts('urls');
  const wrong = filters.find((filter) => !isUrlFilter(filter));
  if (wrong !== undefined) return `Invalid request URL filter: ${wrong}.`;
  const isPlain = url.protocol === 'https:' && url.port === '';
  if (isPlain && filters.some((filter) => matchUrl(url, filter))) return undefined;
  return `Prohibited request URL: ${address}.`;
};

/** `(url)`, like `send_pixel`. */
export const sendPixelFromBrowser: PermissionRule = (request) => {
  const { parameters, args } = request;
  const url = parseWebUrl(String(args[0]));
  const isGoogles = url?.protocol === 'https:' && googleHosts.test(url.hostname);
  return isGoogles && parameters.isTrue('allowGoogleDomains') ? undefined : sendPixel(request);
};

function parseWebUrl(address: string): URL | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address);
}

/** `(listen | send | any, type)`; a row may allow both, as listen_and_send. */
export const useMessage: PermissionRule = ({ parameters, args }) => {
  const [action, type] = args;
  if (parameters.text('allowedActions') === 'any') return undefined;
  const isAllowed = parameters.rows('messageTypes').some((row) => {
    const allowed = String(row.get('action'));
    const isCovered = action === 'any' || allowed.split('_and_').includes(String(action));
    return isCovered && (row.get('type') === type || row.get('type') === '*');
  });
  return isAllowed ? undefined : `Prohibited message: ${String(action)} ${String(type)}.`;
};

/** `(scopes)`: every one must be in the list. */
export const useGoogleCredentials: PermissionRule = ({ parameters, args }) => {
  const allowed = parameters.texts('allowedScopes');
  const asked: unknown[] = Array.isArray(args[0]) ? args[0] : [args[0]];
  const missing = asked.find((scope) => !allowed.some((one) => one === scope));
  return missing === undefined ? undefined : `Prohibited scope: ${String(missing)}.`;
};

/** `(keyId)`. The list holds key ids, as text or in rows; '*' stands for all. */
export const useCustomPrivateKeys: PermissionRule = ({ parameters, args }) => {
  const [keyId] = args;
  const listed: unknown[] = ['keyIds', 'keys'].flatMap((list) => [
    ...parameters.texts(list),
    ...parameters.rows(list).flatMap((row) => [...row.values()]),
  ]);
  if (listed.includes(keyId) || listed.includes('*')) return undefined;
  return `Prohibited private key: ${String(keyId)}.`;
};
