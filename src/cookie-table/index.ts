import { listConsent } from './list-consent.ts';
import { listItems } from './list-items.ts';
import type { CookieTable, Settings } from './types.ts';

export { printers } from './print-table.ts';
export type { ConsentRule, CookieTable, Settings, StoredItem } from './types.ts';

/** What is stored and why, for a privacy policy. `server` has what the endpoint is set to. */
export function makeCookieTable(settings: Settings, server: Settings = {}): CookieTable {
  return { items: listItems(settings, server), consent: listConsent(settings) };
}
