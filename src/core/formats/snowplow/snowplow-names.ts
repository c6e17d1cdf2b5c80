import type { Config, Place, ReadEntry, SnowplowConfig, Store } from '../../types.ts';
import { snowplowHash } from './snowplow-hash.ts';

export function idNameOf(snowplow: SnowplowConfig): string {
  return snowplow.cookieName + 'id.' + snowplow.hash;
}

export function sessionNameOf(snowplow: SnowplowConfig): string {
  return snowplow.cookieName + 'ses.' + snowplow.hash;
}

/** The key of local storage that says until when another one holds. */
export function expiryNameOf(name: string): string {
  return name + '.expires';
}

export function snowplowStore(snowplow: SnowplowConfig): Store {
  return snowplow.stateStorage === 'localStorage' ? 'localStorageKey' : 'cookie';
}

/** What the tracker would store; nothing while the names are not known. */
export function snowplowEntries(snowplow: SnowplowConfig): ReadEntry[] {
  if (snowplow.hash === '' || snowplow.stateStorage === 'none') return [];
  const store = snowplowStore(snowplow);
  const names = [idNameOf(snowplow), sessionNameOf(snowplow)];
  const all = store === 'cookie' ? names : names.concat(names.map(expiryNameOf));
  const isOurs = snowplow.anonymousTracking !== 'anonymous';
  return all.map((name) => ({ name: name, store: store, isOurs: isOurs }));
}

/** The configuration with the hash, computed where the form does not give it, once a page. */
export function settleSnowplow(config: Config, place: Place): Config {
  const snowplow = config.snowplow;
  if (snowplow === undefined || snowplow.hash !== '') return config;
  const text = hashedText(config, place);
  if (text === undefined) return config;
  const known = place.page === undefined ? undefined : place.page.snowplowHash;
  const isKnown = known !== undefined && known.text === text;
  return withSnowplow(config, {
    cookieName: snowplow.cookieName,
    hash: isKnown ? known.digits : snowplowHash(text),
    hashedText: text,
    stateStorage: snowplow.stateStorage,
    anonymousTracking: snowplow.anonymousTracking,
    optOutCookie: snowplow.optOutCookie,
  });
}

/** Domain and path of the cookies. Snowplow takes the host where a cookie has no domain. */
function hashedText(config: Config, place: Place): string | undefined {
  if (config.cookieDomain === 'none') return place.host + '/';
  if (config.cookieDomain !== 'auto') return config.cookieDomain + '/';
  if (place.cookieDomain === undefined) return undefined;
  return (place.cookieDomain === '' ? place.host : place.cookieDomain) + '/';
}

function withSnowplow(config: Config, snowplow: SnowplowConfig): Config {
  const copy: Record<string, unknown> = {};
  for (const name in config) copy[name] = config[name as keyof Config];
  copy.snowplow = snowplow;
  return copy as unknown as Config;
}
