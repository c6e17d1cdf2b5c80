import { sessionNames } from './cookie-names.ts';
import { isForeign, readClient, readSession, valuesOf } from './find-stored.ts';
import { d8aClientName, printD8aClient, printD8aSession } from './formats/d8a.ts';
import { pickStored } from './pick-stored.ts';
import type { Config, Outcome, Parse, Snapshot, StoredWrite } from './types.ts';

/** The values to write: what is missing, what has changed, and what an engagement changes. */
export function planWrites(config: Config, snapshot: Snapshot, outcome: Outcome): StoredWrite[] {
  if (snapshot.action === 'engage' && outcome.change.reason !== 'engaged') return [];
  const sessions = sessionNames(config)
    .filter((name) => writesSession(config, snapshot, { name: name, outcome: outcome }))
    .map((name) => ({ name: name, value: printD8aSession(outcome.change.session) }));
  return sessions.concat(planClientWrite(config, snapshot, outcome));
}

/**
 * A script's write shortens a cookie in WebKit to seven days. So once the endpoint keeps the
 * client cookie, which its readable id shows, script never writes the same value again.
 */
function planClientWrite(config: Config, snapshot: Snapshot, outcome: Outcome): StoredWrite[] {
  const name = d8aClientName(config.cookiePrefix);
  const write = [{ name: name, value: printD8aClient(outcome.clientId) }];
  if (isMissing(snapshot, name, readClient) || haveAttributesChanged(config, snapshot))
    return write;
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isHit = snapshot.action === 'identify' || snapshot.action === 'newSession';
  return isSliding && isHit && snapshot.serverId === '' ? write : [];
}

function writesSession(
  config: Config,
  snapshot: Snapshot,
  session: { name: string; outcome: Outcome },
): boolean {
  const values = valuesOf(snapshot.stored, session.name);
  if (isForeign(values, readSession)) return false;
  if (isMissing(snapshot, session.name, readSession)) return true;
  if (haveAttributesChanged(config, snapshot)) return true;
  const before = session.outcome.finding.session;
  if (before === undefined) return true;
  return printD8aSession(before.parsed) !== printD8aSession(session.outcome.change.session);
}

/** Whether nothing readable lies under a name, or what counted was removed with its duplicates. */
function isMissing<Value>(snapshot: Snapshot, name: string, parse: Parse<Value>): boolean {
  const picked = pickStored(valuesOf(snapshot.stored, name), parse);
  return picked === undefined || picked.found.isRemoved;
}

/** One text for all cookie settings, so that a change within a page is seen. */
export function attributesOf(config: Config, snapshot: Snapshot): string {
  const domain = snapshot.cookieDomain || '';
  return [domain, config.cookieMaxAgeDays, config.cookieSameSite, config.cookiePrefix].join('|');
}

export function haveAttributesChanged(config: Config, snapshot: Snapshot): boolean {
  if (snapshot.page === undefined || snapshot.page.attributes === '') return false;
  return snapshot.page.attributes !== attributesOf(config, snapshot);
}
