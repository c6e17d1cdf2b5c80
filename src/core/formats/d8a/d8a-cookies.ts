import { D8A_CLIENT_VERSION, D8A_SESSION_KEYS, D8A_SESSION_VERSION } from '../../constants.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import type { SessionStep, SessionToken } from './types.ts';

/**
 * The two cookies of the d8a web tracker.
 *
 * `_d8a` holds the client ID: `C1.1.<random>.<seconds>`. `_d8a_<property id>` holds the session:
 * `S1.1.` and tokens joined by `$`, each one key character and its value: `s` start in seconds,
 * `o` session number, `g` engaged, `t` time of the last hit in seconds, `j` index of the last hit
 * (the first is 0), `d` a random id. Unknown tokens and the order of tokens are kept.
 */

/** The client cookie's name. A prefix that ends in `_` lends its underscore to the name. */
export function d8aClientName(prefix: string): string {
  return prefix + (prefix.slice(-1) === '_' ? 'd8a' : '_d8a');
}

export function d8aSessionName(prefix: string, propertyId: string): string {
  return d8aClientName(prefix) + '_' + propertyId;
}

/** The client ID in a client cookie, `<random>.<seconds>`; `undefined` when it is not one. */
export function parseD8aClient(text: string): string | undefined {
  if (text.indexOf(D8A_CLIENT_VERSION) !== 0) return undefined;
  const clientId = text.slice(D8A_CLIENT_VERSION.length);
  return isD8aClientId(clientId) ? clientId : undefined;
}

export function isD8aClientId(text: string): boolean {
  return text.match('^[0-9]+[.][0-9]+$') !== null;
}

export function printD8aClient(clientId: string): string {
  return D8A_CLIENT_VERSION + clientId;
}

export function newD8aClientId(random: number, nowSeconds: number): string {
  return random + '.' + nowSeconds;
}

/** Whether another version of d8a wrote this: such a cookie is somebody's identity. */
export function isOtherD8aVersion(text: string): boolean {
  const isOurs = text.indexOf(D8A_CLIENT_VERSION) === 0 || text.indexOf(D8A_SESSION_VERSION) === 0;
  return !isOurs && text.match('^[CS][0-9]+[.][0-9]+[.]') !== null;
}

/** The tokens of a session cookie; `undefined` when it is not one. */
export function parseD8aSession(text: string): SessionToken[] | undefined {
  if (text.indexOf(D8A_SESSION_VERSION) !== 0) return undefined;
  return text
    .slice(D8A_SESSION_VERSION.length)
    .split('$')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ key: part.charAt(0), value: part.slice(1) }));
}

export function printD8aSession(tokens: SessionToken[]): string {
  return D8A_SESSION_VERSION + tokens.map((token) => token.key + token.value).join('$');
}

/** The text of a token; of several with one key, the first counts. */
export function readToken(tokens: SessionToken[], key: string): string | undefined {
  const found = tokens.filter((token) => token.key === key)[0];
  return found === undefined ? undefined : found.value;
}

/** The number in a token; `undefined` when it is absent or not a finite number. */
export function readTokenNumber(tokens: SessionToken[], key: string): number | undefined {
  const text = readToken(tokens, key);
  return text === undefined ? undefined : toFiniteNumber(text);
}

/** The tokens with one value changed in place, or added at the end. */
export function withToken(tokens: SessionToken[], key: string, value: string): SessionToken[] {
  let isDone = false;
  const changed = tokens.map((token) => {
    if (isDone || token.key !== key) return token;
    isDone = true;
    return { key: key, value: value };
  });
  return isDone ? changed : changed.concat([{ key: key, value: value }]);
}

/** A session is over strictly after the timeout, or when it does not say when it was last used. */
export function isD8aSessionOver(tokens: SessionToken[], step: SessionStep): boolean {
  const lastHitSeconds = readTokenNumber(tokens, 't');
  if (lastHitSeconds === undefined) return true;
  return step.nowSeconds - lastHitSeconds > step.timeoutSeconds;
}

/** A new session that goes on counting from the old one, if there is an old one. */
export function startD8aSession(tokens: SessionToken[], step: SessionStep): SessionToken[] {
  const fresh: Record<string, string> = {
    s: '' + step.nowSeconds,
    o: '' + ((readTokenNumber(tokens, 'o') || 0) + 1),
    g: '0',
    t: '' + step.nowSeconds,
    j: '0',
    d: step.randoms.map((random) => random.toString(36)).join(''),
  };
  return D8A_SESSION_KEYS.reduce((sofar, key) => withToken(sofar, key, fresh[key] || ''), tokens);
}

/** The session after one more hit: continued, or rolled over when it is over. */
export function nextD8aSession(tokens: SessionToken[], step: SessionStep): SessionToken[] {
  if (isD8aSessionOver(tokens, step)) return startD8aSession(tokens, step);
  const counted = withToken(tokens, 'j', '' + ((readTokenNumber(tokens, 'j') || 0) + 1));
  return withToken(counted, 't', '' + step.nowSeconds);
}
