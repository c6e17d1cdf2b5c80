import { ACTIONS } from './constants.ts';
import { getType, makeNumber, makeString } from './apis.ts';
import type { Config } from '../../core/types.ts';
import type { Form } from './types.ts';

/** The form's values as configuration. Variables may put anything into a field. */
export function readForm(fields: Record<string, unknown>): Form {
  const dataLayerName = textOr(fields.dataLayerName, 'dataLayer');
  const chosen = textOr(fields.action, 'identify');
  const action = ACTIONS.filter((known) => known === chosen)[0];
  if (action === undefined) return { problem: 'action_unknown', dataLayerName: dataLayerName };
  const propertyIds = readList(fields.propertyIds);
  if (propertyIds.length === 0) {
    return { problem: 'property_id_missing', dataLayerName: dataLayerName };
  }
  if (!propertyIds.every(isCookieNamePart)) {
    return { problem: 'property_id_invalid', dataLayerName: dataLayerName };
  }
  const serverUrl = readServerUrl(fields.serverUrl);
  return {
    problem: undefined,
    action: action,
    config: readConfig(fields, propertyIds, serverUrl || ''),
    dataLayerName: dataLayerName,
    privacySignal: isOn(fields.privacySignal),
    notes: serverUrl === undefined ? ['server_url_invalid'] : [],
  };
}

function readConfig(
  fields: Record<string, unknown>,
  propertyIds: string[],
  serverUrl: string,
): Config {
  return {
    propertyIds: propertyIds,
    cookiePrefix: textOr(fields.cookiePrefix, ''),
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

function textOr(value: unknown, otherwise: string): string {
  if (getType(value) !== 'string' && getType(value) !== 'number') return otherwise;
  const text = makeString(value).trim();
  return text === '' ? otherwise : text;
}

/** A number of at least 0; an empty field, or anything else, gives the default. */
function numberOr(value: unknown, otherwise: number): number {
  if (textOr(value, '') === '') return otherwise;
  const number = makeNumber(value);
  return number >= 0 && number - number === 0 ? number : otherwise;
}

function oneOf<Choice extends string>(
  value: unknown,
  choices: Choice[],
  otherwise: Choice,
): Choice {
  return choices.filter((choice) => choice === value)[0] || otherwise;
}

function readList(value: unknown): string[] {
  return textOr(value, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isCookieNamePart(text: string): boolean {
  return text.match('^[A-Za-z0-9._-]+$') !== null;
}

function isOn(value: unknown): boolean {
  return ['true', '1', 'yes'].indexOf(makeString(value).toLowerCase()) !== -1;
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
