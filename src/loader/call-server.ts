import { SERVER_TIMEOUT_MILLIS } from '../core/constants.ts';
import type { ReasonCode } from '../core/reason-texts.ts';

/** Calls the endpoint and tells how that ended. */
export type CallServer = (path: '/id' | '/forget') => Promise<ReasonCode>;

/** One call after the other, so that a forgotten visitor stays so; one for all who ask for the same at once. */
export function createCallServer(serverUrl: string): CallServer {
  const calls: Record<string, Promise<ReasonCode> | undefined> = {};
  let last: Promise<unknown> = Promise.resolve();
  return (path) =>
    (last = calls[path] ??=
      last
        .then(() =>
          fetch(withScheme(serverUrl) + path, {
            method: 'POST',
            credentials: 'include',
            // The answer's cookies count, also when the visitor has left the page.
            keepalive: true,
            signal: AbortSignal.timeout(SERVER_TIMEOUT_MILLIS),
          }),
        )
        .then(
          (response): ReasonCode => (response.ok ? 'server_answered' : 'server_unreachable'),
          (error): ReasonCode =>
            error.name === 'TimeoutError' ? 'server_timeout' : 'server_unreachable',
        )
        .finally(() => {
          calls[path] = undefined;
        }));
}

/** A path stays on this site; a host without a scheme is called by https. */
function withScheme(serverUrl: string): string {
  return /^(\w+:)?\//.test(serverUrl) ? serverUrl : 'https://' + serverUrl;
}
