import { createHandler } from '../../src/endpoint/handler.ts';
import { HOSTS } from './hosts.ts';

/** The endpoint of all hosts, below /fpid; more of its configuration may be given. */
export function endpointOnHosts(
  more: object = {},
  nowMillis = Date.now,
): (request: Request) => Promise<Response> {
  const sites = HOSTS.map(({ origin, domain }) => ({
    origins: [origin],
    cookieDomain: domain.startsWith('.') ? domain.slice(1) : '',
  }));
  const keys = ['one secret of at least 32 bytes, made for tests'];
  return createHandler({ sites, keys, basePath: '/fpid', ...more }, { nowMillis });
}
