import { SERVER_ID_COOKIE, TD_SIGNED } from '../../core/constants.ts';
import {
  d8aClientName,
  d8aSessionName,
  parseD8aClient,
  parseD8aSession,
  readToken,
  readTokenNumber,
} from '../../core/formats/d8a/d8a-cookies.ts';
import type { SessionToken } from '../../core/formats/d8a/types.ts';
import { parseSnowplowId } from '../../core/formats/snowplow/snowplow-cookies.ts';
import { readTreasureDataId } from '../../core/formats/treasure-data/treasure-data-cookies.ts';
import { getCookieValues, isConsentGranted, queryPermission } from './apis.ts';
import type { Parts, VariableForm } from './types.ts';

/** What the cookies tell of the identity, if consent permits to read them. */
export function readCookieParts(form: VariableForm): Parts {
  const parts: Parts = {};
  if (!mayRead(form.consentType)) return parts;
  const clientId = firstOf(d8aClientName(form.cookiePrefix), parseD8aClient);
  if (clientId !== undefined) {
    parts.clientId = clientId;
    parts.source = 'cookie';
  }
  const serverId = getCookieValues(SERVER_ID_COOKIE, false)[0];
  if (serverId !== undefined && serverId !== '') parts.serverId = serverId;
  if (form.propertyId !== '') {
    const session = firstOf(d8aSessionName(form.cookiePrefix, form.propertyId), parseD8aSession);
    if (session !== undefined) addSession(parts, session);
  }
  const treasureData = firstOf(form.treasureDataCookieName, readTreasureDataId);
  const isAnonymous = getCookieValues(TD_SIGNED, false).indexOf('false') !== -1;
  if (treasureData !== undefined && !isAnonymous) {
    parts['treasureData.clientId'] = treasureData.value;
  }
  if (form.snowplowIdCookie !== '') addSnowplow(parts, form.snowplowIdCookie);
  return parts;
}

function addSnowplow(parts: Parts, cookieName: string): void {
  // What a cookie does not say is new at this moment, and so not known here.
  const unknown = { nowMillis: 0, visitCount: 0, sessionId: '' };
  const id = firstOf(cookieName, (text) => parseSnowplowId(text, unknown));
  if (id === undefined || id.userId === '') return;
  parts['snowplow.domainUserId'] = id.userId;
  if (id.sessionId !== '') parts['snowplow.domainSessionId'] = id.sessionId;
  if (id.visitCount > 0) parts['snowplow.domainSessionIndex'] = id.visitCount;
  parts['snowplow.eventIndex'] = id.eventIndex;
}

/** A consent type that the permission does not name would throw. */
function mayRead(consentType: string): boolean {
  return queryPermission('access_consent', consentType, 'read') && isConsentGranted(consentType);
}

/** The first value under the name that is of its kind, undecoded: decoding a malformed one would throw. */
function firstOf<Value>(
  name: string,
  parse: (text: string) => Value | undefined,
): Value | undefined {
  const parsed = getCookieValues(name, false).map((text) => parse(text));
  return parsed.filter((found) => found !== undefined)[0];
}

function addSession(parts: Parts, session: SessionToken[]): void {
  const hitIndex = readTokenNumber(session, 'j');
  const start = readToken(session, 's');
  const number = readTokenNumber(session, 'o');
  if (start !== undefined) parts.sessionId = start;
  if (number !== undefined) parts.sessionNumber = number;
  parts.engaged = readToken(session, 'g') === '1';
  if (hitIndex === undefined) return;
  parts.hitNumber = hitIndex + 1;
  parts.isNewSession = hitIndex <= 0;
}
