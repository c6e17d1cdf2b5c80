import { readConsentEntry } from '../core/consent/read-entry.ts';
import type { ConsentEntry } from '../core/types.ts';
import { attempt } from './attempt.ts';

/** Where Google's runtime keeps the consent state, whoever has set it. */
interface GoogleWindow {
  google_tag_data?: { ics?: { entries?: unknown } };
}

/** Google's record of one consent type, on pages where Google's runtime is. */
export interface ConsentRecord {
  read(): ConsentEntry | undefined;
  /** The page's own word, which Google does not know; it counts until Google records another update. */
  overrule(isGranted: boolean): void;
  /** Google's record counts again. */
  obey(): void;
  /** Says that there is news, if the record has changed or it is known otherwise. */
  look(isNews?: boolean): void;
}

export function followRecord(type: string, changed: () => void): ConsentRecord {
  // The page's word, and the update that Google had recorded when it was said.
  let own: { byUpdate: boolean; recorded: boolean | undefined } | undefined;
  let seen: string | undefined;
  const readGoogle = () =>
    attempt(() => {
      const { google_tag_data: google } = window as GoogleWindow;
      return readConsentEntry(google?.ics?.entries, type);
    });
  const record: ConsentRecord = {
    read() {
      const entry = readGoogle();
      if (!entry || !own || own.recorded !== entry.byUpdate) return entry;
      return { ...entry, byUpdate: own.byUpdate };
    },
    overrule(isGranted) {
      own = { byUpdate: isGranted, recorded: readGoogle()?.byUpdate };
    },
    obey() {
      own = undefined;
    },
    look(isNews) {
      const now = JSON.stringify(record.read());
      if (now === seen && !isNews) return;
      seen = now;
      changed();
    },
  };
  return record;
}
