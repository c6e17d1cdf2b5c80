import type { PageWindow } from '../page/page.ts';
import type { ConsentEntry, ConsentState } from './consent-state.ts';

/** `google_tag_data.ics`. A class, so that templates can copy its `entries` but not itself. */
class ConsentRecord {
  readonly entries: Readonly<Record<string, ConsentEntry>>;

  constructor(entries: Readonly<Record<string, ConsentEntry>>) {
    this.entries = entries;
  }
}

/** Shows the consent state where Google's runtime does, unless a page has put something there. */
export function publishConsent(window: PageWindow, { entries }: ConsentState): void {
  const data = (window['google_tag_data'] ??= {});
  if (typeof data === 'object' && !('ics' in data)) {
    Reflect.set(data, 'ics', new ConsentRecord(entries));
  }
}
