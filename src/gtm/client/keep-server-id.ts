import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { DAY_SECONDS } from '../../core/renewal/constants.ts';
import { findServerId, newServerId, printServerId } from './server-id.ts';
import type { KeptServerId, KnownServerId, Visit } from './types.ts';
import { writeCookie } from './write-cookie.ts';

/** The visitor's server id, the one they come with or a new one, kept in its two cookies. */
export function keepServerId(visit: Visit): KeptServerId {
  const form = visit.form;
  const known = findServerId(visit);
  const today = (visit.nowSeconds - (visit.nowSeconds % DAY_SECONDS)) / DAY_SECONDS;
  if (known !== undefined && canWait(visit, known, today)) {
    return { id: known.id, expiresSeconds: known.day * DAY_SECONDS + form.maxAgeSeconds };
  }
  const id = known === undefined ? newServerId(visit) : known.id;
  writeCookie(visit, form.serverCookieName, {
    value: printServerId(visit, id, today),
    isHttpOnly: true,
    maxAgeSeconds: form.maxAgeSeconds,
  });
  writeCookie(visit, SERVER_ID_COOKIE, {
    value: id,
    isHttpOnly: false,
    maxAgeSeconds: form.maxAgeSeconds,
  });
  return { id: id, expiresSeconds: visit.nowSeconds + form.maxAgeSeconds };
}

/** Whether both cookies are as they should be, and young; one from the future is set anew. */
function canWait(visit: Visit, known: KnownServerId, today: number): boolean {
  const age = today - known.day;
  if (!known.isNewestKey || age < 0 || age >= visit.form.renewalDays) return false;
  return (
    isOnly(visit.cookies.valuesOf(visit.form.serverCookieName), known.value) &&
    isOnly(visit.cookies.valuesOf(SERVER_ID_COOKIE), known.id)
  );
}

function isOnly(values: readonly string[], value: string): boolean {
  return values.length === 1 && values[0] === value;
}
