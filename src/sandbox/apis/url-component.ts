type ReadComponent = (url: URL) => string;

const defaultPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

const components: ReadonlyMap<string, ReadComponent> = new Map<string, ReadComponent>([
  ['protocol', (url) => url.protocol.replace(':', '')],
  ['host', (url) => url.hostname.toLowerCase()],
  ['port', (url) => url.port || (defaultPorts[url.protocol] ?? '')],
  ['path', (url) => url.pathname],
  ['extension', (url) => readExtension(url.pathname)],
  ['query', (url) => url.search.slice(1)],
  ['fragment', (url) => url.hash.slice(1)],
]);

/** A part of the address; the whole address for any other name. */
export function readUrlComponent(address: string, component: string | undefined): string {
  const read = component === undefined ? undefined : components.get(component);
  if (!read) return address;
  // An empty referrer is read through an `<a>` without address in Google's runtime: its path is '/'.
  if (address === '') return component === 'path' ? '/' : '';
  return read(new URL(address));
}

/** The decoded values of a query key, in order. A malformed % throws. */
export function readQueryValues(query: string, key: string): string[] {
  return query
    .split('&')
    .map((pair) => pair.replace(/\+/g, ' ').split('='))
    .filter(([name = '']) => decodeURIComponent(name) === key)
    .map(([, ...rest]) => decodeURIComponent(rest.join('=')));
}

function readExtension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
}
