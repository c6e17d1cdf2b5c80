import { ACTIONS } from './constants.ts';
import { readSnowplow, readTreasureData } from './read-format-fields.ts';
import { isCookieNamePart, isOn, namePartOr, numberOr, oneOf, textOr } from './read-values.ts';
import { splitList } from '../../core/split-list.ts';
import type { ReasonCode } from '../../core/reason-texts.ts';
import type { Config } from '../../core/types.ts';
import type { Form } from './types.ts';

/** The form's values as configuration. Variables may put anything into a field. */
export function readForm(fields: Record<string, unknown>): Form {
  const dataLayerName = textOr(fields.dataLayerName, 'dataLayer');
  const chosen = textOr(fields.action, 'identify');
  const action = ACTIONS.filter((known) => known === chosen)[0];
  if (action === undefined) return { problem: 'action_unknown', dataLayerName: dataLayerName };
  const serverUrl = readServerUrl(fields.serverUrl);
  const config = readConfig(fields, serverUrl || '');
  const problem = findProblem(config);
  if (problem !== undefined) return { problem: problem, dataLayerName: dataLayerName };
  return {
    problem: undefined,
    action: action,
    config: config,
    dataLayerName: dataLayerName,
    privacySignal: isOn(fields.privacySignal),
    notes: readNotes(fields, serverUrl),
  };
}

/** Why the tag cannot run with this configuration. */
function findProblem(config: Config): ReasonCode | undefined {
  if (config.d8a && config.propertyIds.length === 0) return 'property_id_missing';
  if (config.d8a && !config.propertyIds.every(isCookieNamePart)) return 'property_id_invalid';
  const isAnyOn = config.d8a || config.snowplow !== undefined || config.treasureData !== undefined;
  return isAnyOn ? undefined : 'format_missing';
}

/** What is odd about the form, though the tag can run. */
function readNotes(fields: Record<string, unknown>, serverUrl: string | undefined): ReasonCode[] {
  const notes: ReasonCode[] = serverUrl === undefined ? ['server_url_invalid'] : [];
  const snowplow = readSnowplow(fields);
  const isHashOdd = snowplow !== undefined && snowplow.hash !== textOr(fields.snowplowHash, '');
  return isHashOdd ? notes.concat(['snowplow_hash_invalid']) : notes;
}

function readConfig(fields: Record<string, unknown>, serverUrl: string): Config {
  return {
    d8a: fields.d8a !== false,
    snowplow: readSnowplow(fields),
    treasureData: readTreasureData(fields),
    oneVisitorId: isOn(fields.oneVisitorId),
    adoptGoogleClientId: isOn(fields.adoptGoogleClientId),
    propertyIds: splitList(textOr(fields.propertyIds, '')),
    cookiePrefix: namePartOr(fields.cookiePrefix, ''),
    cookieDomain: textOr(fields.cookieDomain, 'auto').toLowerCase(),
    cookieMaxAgeDays: numberOr(fields.cookieMaxAgeDays, 730),
    cookieSameSite: oneOf(fields.cookieSameSite, ['Lax', 'Strict', 'None'], 'Lax'),
    cookieUpdate: fields.cookieUpdate !== false,
    storage: oneOf(fields.storage, ['cookie', 'localStorage', 'none'], 'cookie'),
    sessionTimeoutMinutes: numberOr(fields.sessionTimeoutMinutes, 30),
    engagementSeconds: numberOr(fields.engagementSeconds, 10),
    sessionKeeper: oneOf(fields.sessionKeeper, ['thisTag', 'tracker'], 'thisTag'),
    consentType: textOr(fields.consentType, 'analytics_storage'),
    unsetConsent: oneOf(fields.unsetConsent, ['grant', 'wait'], 'grant'),
    onWithdrawal: oneOf(fields.onWithdrawal, ['erase', 'keep'], 'erase'),
    waitForUpdateMillis: numberOr(fields.waitForUpdateMillis, 0),
    serverUrl: serverUrl,
  };
}

/** Host and path without scheme; `undefined` for what cannot be called by https. */
function readServerUrl(value: unknown): string | undefined {
  const text = textOr(value, '');
  const start = text.indexOf('https://') === 0 ? 'https://'.length : 0;
  const end = text.slice(-1) === '/' ? text.length - 1 : text.length;
  const url = text.slice(start, end);
  if (url === '') return text === '' ? '' : undefined;
  const isUrl = url.match('^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(/[A-Za-z0-9._~-]+)*$') !== null;
  return isUrl ? url : undefined;
}
