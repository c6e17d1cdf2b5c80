import { SERVER_ID_COOKIE } from '../core/constants.ts';
import { BACKUP_COOKIE } from '../core/renewal/constants.ts';
import { isForgettable } from '../core/renewal/identity-cookies.ts';
import { readSaved } from './keep-identity.ts';
import { findServerId } from './keep-server-id.ts';
import { printSetCookie } from './set-cookie.ts';
import type { Visit } from './visit.ts';

/** Removes everything of ours, on the configured domain and on the host alone. */
export async function forget(visit: Visit): Promise<string[]> {
  const { cookies, endpoint, scope } = visit;
  const { serverCookieName } = endpoint.configuration;
  const carried = cookies.names.filter((name) => isForgettable(name, endpoint.configuration));
  const known = await findServerId(visit);
  const saved = known === undefined ? [] : await readSaved(visit, known.id);
  const ours = [serverCookieName, SERVER_ID_COOKIE, BACKUP_COOKIE];
  const names = new Set([...ours, ...carried, ...saved.map(({ name }) => name)]);
  const domains = new Set([scope.domain, '']);
  return [...names].flatMap((name) =>
    [...domains].map((domain) =>
      printSetCookie(
        { name, value: '', isHttpOnly: name === serverCookieName || name === BACKUP_COOKIE },
        { ...scope, domain, maxAgeSeconds: 0 },
      ),
    ),
  );
}
