import { SERVER_TIMEOUT_MILLIS } from '../core/constants.ts';
import type { ReasonCode } from '../core/reason-texts.ts';

/** Calls the endpoint and tells how that ended. */
export type CallServer = (path: '/id' | '/forget') => Promise<ReasonCode>;

/** One call after the other; one for all who ask for the same at once. */
export function createCallServer(serverUrl: string): CallServer {
  let running = '';
  let last: Promise<ReasonCode> | undefined;
  let stop: AbortController | undefined;
  return (path) => {
    if (last && running === path) return last;
    // Its answer would bring back the visitor to forget, and the page may be left before it comes.
    if (path === '/forget') stop?.abort();
    const own = (stop = new AbortController());
    running = path;
    return (last = Promise.resolve(last)
      .then(() => post(serverUrl, path, own))
      .then(
        (response): ReasonCode => (response.ok ? 'server_answered' : 'server_unreachable'),
        (error): ReasonCode => (error === 'server_timeout' ? error : 'server_unreachable'),
      )
      .finally(() => {
        if (stop === own) running = '';
      }));
  };
}

function post(serverUrl: string, path: string, stop: AbortController): Promise<Response> {
  setTimeout(() => stop.abort('server_timeout'), SERVER_TIMEOUT_MILLIS);
  return fetch(addressOf(serverUrl) + path, {
    method: 'POST',
    credentials: 'include',
    // Chromium does not end what is kept alive: cookies of a renewal would come after all.
    keepalive: path === '/forget',
    signal: stop.signal,
  });
}

/** A path stays on this site, whatever the page's base is; a host without a scheme is called by https. */
function addressOf(serverUrl: string): string {
  const address = serverUrl.replace(/\/$/, '');
  if (/^(\w+:)?\/\//.test(address)) return address;
  return (address[0] === '/' ? origin : 'https://') + address;
}
