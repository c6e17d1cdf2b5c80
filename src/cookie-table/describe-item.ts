import type { Settings, StoredItem } from './types.ts';

export const DAY_SECONDS = 86_400;

/** Browsers keep nothing longer (https://chromestatus.com/feature/4887741241229312). */
const browserDays = 400;

/** What is written about an item, before its words are put together. */
export interface Draft {
  name: string;
  storage?: StoredItem['storage'];
  purpose: string;
  setBy: string;
  lifetimeSeconds: number | undefined;
  /** When it goes, if not with the visitor's consent. */
  erased?: string;
}

/** An item with lifetime and erasing in words. */
export function describeItem(draft: Draft, settings: Settings): StoredItem {
  const { name, purpose, setBy, lifetimeSeconds, storage = 'cookie' } = draft;
  return {
    name,
    storage,
    purpose,
    setBy,
    lifetimeSeconds,
    lifetime: inWords(lifetimeSeconds, storage),
    erased: draft.erased ?? erasedWith(settings),
  };
}

/** The lifetime of what the tag writes: 0 days end with the browser session. */
export function tagSeconds({ cookieMaxAgeDays = '0' }: Settings): number | undefined {
  return Number(cookieMaxAgeDays) > 0 ? Number(cookieMaxAgeDays) * DAY_SECONDS : undefined;
}

function inWords(seconds: number | undefined, storage: StoredItem['storage']): string {
  if (seconds === undefined) {
    return storage === 'cookie' ? 'until the browser is closed' : 'until it is erased';
  }
  if (seconds < DAY_SECONDS) return count(seconds / 60, 'minute');
  const days = seconds / DAY_SECONDS;
  const words = count(days, 'day');
  return storage === 'cookie' && days > browserDays
    ? `${words}; browsers keep it at most ${browserDays} days`
    : words;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

function erasedWith({ onWithdrawal }: Settings): string {
  return onWithdrawal === 'keep'
    ? 'when the visitor asks to be forgotten'
    : 'when consent is withdrawn, or the visitor asks to be forgotten';
}
