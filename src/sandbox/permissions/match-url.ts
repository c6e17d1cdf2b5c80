// https URLs of a host with two labels or more. No host is excepted, loopback neither.
const hostPattern = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const filterPattern = /^https:\/\/((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/.*)$/i;

/** The URL when Google's rules allow it at all: https, port 443, a host with a dot. */
export function parseAllowedUrl(address: string): URL | undefined {
  const url = tryParse(address);
  if (!url || url.protocol !== 'https:' || url.port !== '') return undefined;
  return hostPattern.test(url.hostname) ? url : undefined;
}

/** Whether the filter is one that the permission accepts: `https://[*.]host.tld/path`. */
export function isUrlFilter(filter: string): boolean {
  return filterPattern.test(filter);
}

/** Whether the URL is covered by the filter. The path is compared with path and query together. */
export function matchUrl(url: URL, filter: string): boolean {
  const parts = filterPattern.exec(filter);
  if (!parts) return false;
  const [, host = '', path = ''] = parts;
  return matchHost(url.hostname, host.toLowerCase()) && matchPath(url.pathname + url.search, path);
}

/** `*.x.y` covers x.y itself and every depth below it. */
function matchHost(host: string, filter: string): boolean {
  if (!filter.startsWith('*.')) return host === filter;
  const base = filter.slice(2);
  return host === base || host.endsWith(`.${base}`);
}

/** `/foo/*` covers `/foo` and `/foobar` too; a path without `*` is exact; `/` covers everything. */
function matchPath(path: string, filter: string): boolean {
  const trimmed = filter.endsWith('?') ? filter.slice(0, -1) : filter;
  if (trimmed === '/') return true;
  const pattern = trimmed.endsWith('/*') ? `${trimmed.slice(0, -2)}*` : trimmed;
  const source = pattern.split('*').map(escapeForRegExp).join('.*');
  return new RegExp(`^${source}$`, 's').test(path);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function tryParse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
