import type { ConsentEntry } from '../types.ts';
import { isRecord } from './is-record.ts';

/**
 * What Google's own record says about one type. It lies in `google_tag_data.ics.entries`, is not
 * documented and may change: in another shape it reads as `undefined`.
 */
export function readConsentEntry(entries: unknown, consentType: string): ConsentEntry | undefined {
  if (!isRecord(entries)) return undefined;
  const entry = entries[consentType];
  if (!isRecord(entry)) return undefined;
  const byDefault = toBoolean(entry['default']);
  const byUpdate = toBoolean(entry['update']);
  if (byDefault === undefined && byUpdate === undefined) return undefined;
  return { byDefault: byDefault, byUpdate: byUpdate };
}

function toBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
