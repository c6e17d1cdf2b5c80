import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { d8aClientName } from '../../core/formats/d8a/d8a-cookies.ts';
import { BACKUP_COOKIE } from '../../core/renewal/constants.ts';
import { isForgettable } from '../../core/renewal/identity-cookies.ts';
import type { IdentityNames } from '../../core/renewal/types.ts';
import type { Configuration, ConfigurationProblem } from '../types.ts';

/** A name in the configuration, or one of the endpoint's own, and the cookies it stands for. */
interface Claim {
  path: string;
  name: string;
  /** Cookies of these names, and others of their kind. */
  cookies: string[];
  /** The cookies, for people. */
  shown: string;
  has(cookie: string): boolean;
}

/** Each cookie has one meaning. Of two names for the same cookie, the later in the table is refused. */
export function checkCookieNames(configuration: Configuration): ConfigurationProblem[] {
  const claims = listClaims(configuration);
  return claims.flatMap((claim, index) => {
    const owner = claims.slice(0, index).find((earlier) => overlap(earlier, claim));
    if (owner === undefined) return [];
    const accepted = `a name whose cookies are not taken; ${owner.path} has ${owner.shown}`;
    return [{ path: claim.path, value: JSON.stringify(claim.name), accepted }];
  });
}

/** The names with defaults come first: whoever has not written them is not told that they are wrong. */
function listClaims(configuration: Configuration): Claim[] {
  const { serverCookieName, collectorCookieName, snowplowOptOutCookie } = configuration;
  return [
    exactly('the endpoint itself', SERVER_ID_COOKIE),
    exactly('the endpoint itself', BACKUP_COOKIE),
    ...configuration.d8aPrefixes.map(ofD8a),
    exactly('serverCookieName', serverCookieName),
    ...configuration.snowplowPrefixes.map(ofSnowplow),
    ...configuration.treasureDataNames.map((name, index) =>
      exactly(`treasureDataNames[${index}]`, name),
    ),
    ...(collectorCookieName === '' ? [] : [exactly('collectorCookieName', collectorCookieName)]),
    ...(snowplowOptOutCookie === '' ? [] : [exactly('snowplowOptOutCookie', snowplowOptOutCookie)]),
  ];
}

function exactly(path: string, name: string): Claim {
  return { path, name, cookies: [name], shown: `"${name}"`, has: (cookie) => cookie === name };
}

function ofD8a(prefix: string, index: number): Claim {
  const client = d8aClientName(prefix);
  return {
    path: `d8aPrefixes[${index}]`,
    name: prefix,
    cookies: [client],
    shown: `"${client}" and "${client}_…"`,
    has: (cookie) => isForgettable(cookie, { ...noNames, d8aPrefixes: [prefix] }),
  };
}

function ofSnowplow(prefix: string, index: number): Claim {
  return {
    path: `snowplowPrefixes[${index}]`,
    name: prefix,
    cookies: [`${prefix}id.0000`, `${prefix}ses.0000`],
    shown: `"${prefix}id.…" and "${prefix}ses.…"`,
    has: (cookie) => isForgettable(cookie, { ...noNames, snowplowPrefixes: [prefix] }),
  };
}

const noNames: IdentityNames = {
  d8aPrefixes: [],
  snowplowPrefixes: [],
  snowplowOptOutCookie: '',
  treasureDataNames: [],
  collectorCookieName: '',
};

function overlap(one: Claim, other: Claim): boolean {
  return one.cookies.some((cookie) => other.has(cookie)) || other.cookies.some(one.has);
}
