import { splitList } from '../../core/split-list.ts';
import { getType, makeString } from './apis.ts';
import type { VariableForm } from './types.ts';

/** The form's values. Other variables may put anything into a field. */
export function readForm(fields: Record<string, unknown>): VariableForm {
  return {
    part: textOr(fields.part, 'clientId'),
    propertyId: splitList(textOr(fields.propertyIds, ''))[0] || '',
    cookiePrefix: textOr(fields.cookiePrefix, ''),
    consentType: textOr(fields.consentType, 'analytics_storage'),
    snowplowIdCookie: textOr(fields.snowplowIdCookie, ''),
    treasureDataCookieName: textOr(fields.treasureDataCookieName, '_td'),
  };
}

function textOr(value: unknown, otherwise: string): string {
  if (getType(value) !== 'string' && getType(value) !== 'number') return otherwise;
  const text = makeString(value).trim();
  return text === '' ? otherwise : text;
}
