import { SERVER_ID_COOKIE } from '../core/constants.ts';
import { DAY_SECONDS } from '../core/renewal/constants.ts';
import { printServerId, readServerId, type KnownServerId } from './server-id.ts';
import { printSetCookie } from './set-cookie.ts';
import type { Visit } from './visit.ts';

export interface KeptServerId {
  id: string;
  /** When its cookies end, in seconds since 1970. */
  expiresSeconds: number;
  setCookies: string[];
}

/** The visitor's server id, the one they come with or a new one, and the cookies that keep it. */
export async function keepServerId(visit: Visit): Promise<KeptServerId> {
  const { endpoint, nowSeconds, scope } = visit;
  const { configuration, keyring, sources } = endpoint;
  const known = await findServerId(visit);
  sources.observe({ kind: 'visitor', isNew: known === undefined });
  const today = Math.floor(nowSeconds / DAY_SECONDS);
  if (known !== undefined && canWait(known, today, visit)) {
    const expiresSeconds = known.day * DAY_SECONDS + scope.maxAgeSeconds;
    return { id: known.id, expiresSeconds, setCookies: [] };
  }
  const id = known?.id ?? sources.randomUuid();
  const isAsSigned = known?.keyAge === 'newest' && known.day === today;
  const value = isAsSigned
    ? known.value
    : await printServerId({ id, day: today }, visit.domainName, keyring);
  const setCookies = [
    printSetCookie({ name: configuration.serverCookieName, value, isHttpOnly: true }, scope),
    printSetCookie({ name: SERVER_ID_COOKIE, value: id, isHttpOnly: false }, scope),
  ];
  return { id, expiresSeconds: nowSeconds + scope.maxAgeSeconds, setCookies };
}

/** The server id that the visitor comes with. */
export function findServerId(visit: Visit): Promise<KnownServerId | undefined> {
  const { configuration, keyring } = visit.endpoint;
  const values = visit.cookies.valuesOf(configuration.serverCookieName);
  return readServerId(values, visit.domainName, keyring);
}

/** Whether both cookies are as they should be, and young; one from the future is set anew. */
function canWait(known: KnownServerId, today: number, visit: Visit): boolean {
  const { renewalDays, serverCookieName } = visit.endpoint.configuration;
  const age = today - known.day;
  return (
    known.keyAge === 'newest' &&
    age >= 0 &&
    age < renewalDays &&
    isOnly(visit.cookies.valuesOf(serverCookieName), known.value) &&
    isOnly(visit.cookies.valuesOf(SERVER_ID_COOKIE), known.id)
  );
}

function isOnly(values: readonly string[], value: string): boolean {
  return values.length === 1 && values[0] === value;
}
