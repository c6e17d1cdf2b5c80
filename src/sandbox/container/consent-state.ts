import { locate, replacesDefault } from './consent-region.ts';
import type { DefaultInForce } from './consent-region.ts';
import { readDefault, readValues } from './consent-settings.ts';

/** Called with the type and its new value. */
export type ConsentListener = (consentType: string, isGranted: boolean) => void;

/** Google's consent state of one page. */
export interface ConsentState {
  /** The update, else the default, else granted. */
  isGranted(consentType: string): boolean;
  /** `gtag('consent', 'default', settings)`. Tells no listener. */
  applyDefault(settings: object): void;
  /** `gtag('consent', 'update', settings)`. Tells the listeners after all its values are applied. */
  applyUpdate(settings: object): void;
  /** The listener is told of changes from what the type is now. */
  listen(consentType: string, listener: ConsentListener): void;
  /** `wait_for_update` of the default in force, in milliseconds; 0 once the type had an update. */
  waitForUpdateMillis(consentType: string): number;
}

interface Entry extends DefaultInForce {
  update?: boolean;
  waitForUpdateMillis: number;
}

interface Registration {
  consentType: string;
  listener: ConsentListener;
  lastKnown: boolean;
}

/** `region`: where the visitor is, ISO 3166-2, as in 'ES' or 'US-CA'. Without it every regional default applies. */
export function createConsentState(region?: string): ConsentState {
  const entries = new Map<string, Entry>();
  const registrations: Registration[] = [];
  const visitor = region === undefined ? undefined : locate(region);

  const isGranted = (consentType: string): boolean => {
    const entry = entries.get(consentType);
    return entry?.update ?? entry?.default ?? true;
  };
  return {
    isGranted,
    applyDefault: (settings) => {
      const { regions, waitForUpdateMillis, values } = readDefault(settings);
      for (const rule of regions) {
        for (const [consentType, value] of values) {
          const entry = entryOf(entries, consentType);
          if (!replacesDefault(entry, rule, visitor)) continue;
          Object.assign(entry, { default: value === 'granted', region: rule, waitForUpdateMillis });
        }
      }
    },
    applyUpdate: (settings) => {
      for (const [consentType, value] of readValues(settings)) {
        entryOf(entries, consentType).update = value === 'granted';
      }
      notify(registrations, isGranted);
    },
    listen: (consentType, listener) => {
      registrations.push({ consentType, listener, lastKnown: isGranted(consentType) });
    },
    waitForUpdateMillis: (consentType) => {
      const entry = entries.get(consentType);
      return entry && entry.update === undefined ? entry.waitForUpdateMillis : 0;
    },
  };
}

function entryOf(entries: Map<string, Entry>, consentType: string): Entry {
  const entry = entries.get(consentType) ?? { waitForUpdateMillis: 0 };
  entries.set(consentType, entry);
  return entry;
}

/** In the order of registration. One that is added meanwhile waits for the next change. */
function notify(
  registrations: readonly Registration[],
  isGranted: (consentType: string) => boolean,
): void {
  for (const registration of [...registrations]) {
    const granted = isGranted(registration.consentType);
    if (granted === registration.lastKnown) continue;
    registration.lastKnown = granted;
    try {
      registration.listener(registration.consentType, granted);
    } catch {
      // Google's runtime swallows what a listener throws; the other listeners run.
    }
  }
}
