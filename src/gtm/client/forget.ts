import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { BACKUP_COOKIE } from '../../core/renewal/constants.ts';
import { isForgettable } from '../../core/renewal/identity-cookies.ts';
import { readBackup } from './backup.ts';
import { findServerId } from './server-id.ts';
import type { Visit } from './types.ts';
import { writeCookie } from './write-cookie.ts';

/** Removes everything of ours from the site's domain. */
export function forget(visit: Visit): void {
  const hidden = [visit.form.serverCookieName, BACKUP_COOKIE];
  const names = hidden.concat([SERVER_ID_COOKIE]);
  visit.cookies.names.forEach((name) => {
    if (isForgettable(name, visit.form.names)) names.push(name);
  });
  const known = findServerId(visit);
  const saved = known === undefined ? [] : readBackup(visit, known.id);
  saved.forEach((cookie) => {
    if (names.indexOf(cookie.name) === -1) names.push(cookie.name);
  });
  names.forEach((name) => {
    writeCookie(visit, name, {
      value: '',
      isHttpOnly: hidden.indexOf(name) !== -1,
      maxAgeSeconds: 0,
    });
  });
}
