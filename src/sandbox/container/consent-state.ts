import { locate, replacesDefault } from './consent-region.ts';
import type { DefaultInForce, Place } from './consent-region.ts';
import type { Page } from '../page/page.ts';
import { readDefault, readValues } from './consent-settings.ts';
import type { DefaultSettings } from './consent-settings.ts';

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
  /** What Google's runtime shows under `google_tag_data.ics.entries`, one object a type that was named. */
  readonly entries: Readonly<Record<string, ConsentEntry>>;
  /** `wait_for_update` of the default in force, in milliseconds; 0 once the type had an update. */
  waitForUpdateMillis(consentType: string): number;
}

/** The keys are Google's. */
export interface ConsentEntry extends DefaultInForce {
  declare_region?: undefined;
  implicit?: undefined;
  declare?: undefined;
  update?: boolean;
  /** Waits for an update, `wait_for_update` of the default. */
  quiet: boolean;
}

/** The part of a page that the state needs: its timer. */
type Timer = Pick<Page, 'after'>;

interface Registration {
  consentType: string;
  listener: ConsentListener;
  lastKnown: boolean;
}

/**
 * `region`: where the visitor is, ISO 3166-2, as in 'ES' or 'US-CA'. Without it every regional default applies. `timer`
 * tells the listeners of what still waits when `wait_for_update` is over.
 */
export function createConsentState(region?: string, timer?: Timer): ConsentState {
  const store: ConsentStore = { entries: new Map(), shown: {}, waits: new Map() };
  const { entries, waits } = store;
  const registrations: Registration[] = [];
  const visitor = region === undefined ? undefined : locate(region);

  const isGranted = (consentType: string): boolean => {
    const entry = entries.get(consentType);
    return entry?.update ?? entry?.default ?? true;
  };
  const endWait = (): void => {
    for (const entry of entries.values()) entry.quiet = false;
    notify(registrations, isGranted);
  };
  return {
    entries: store.shown,
    isGranted,
    applyDefault: (settings) => {
      const { waitForUpdateMillis } = setDefaults(store, readDefault(settings), visitor);
      if (waitForUpdateMillis > 0) timer?.after(waitForUpdateMillis, endWait);
    },
    applyUpdate: (settings) => {
      for (const [consentType, value] of readValues(settings)) {
        const update = value === 'granted';
        Object.assign(entryOf(store, consentType), { update, quiet: false });
      }
      notify(registrations, isGranted);
    },
    listen: (consentType, listener) => {
      registrations.push({ consentType, listener, lastKnown: isGranted(consentType) });
    },
    waitForUpdateMillis: (consentType) => {
      const hasUpdate = entries.get(consentType)?.update !== undefined;
      return hasUpdate ? 0 : (waits.get(consentType) ?? 0);
    },
  };
}

interface ConsentStore {
  entries: Map<string, ConsentEntry>;
  shown: Record<string, ConsentEntry>;
  /** In milliseconds, by type. */
  waits: Map<string, number>;
}

function setDefaults(
  store: ConsentStore,
  settings: DefaultSettings,
  visitor: Place | undefined,
): DefaultSettings {
  const { regions, waitForUpdateMillis, values } = settings;
  for (const region of regions) {
    for (const [consentType, value] of values) {
      const entry = entryOf(store, consentType);
      if (!replacesDefault(entry, region, visitor)) continue;
      const quiet = waitForUpdateMillis > 0 && entry.update === undefined;
      Object.assign(entry, { default: value === 'granted', region, quiet });
      store.waits.set(consentType, waitForUpdateMillis);
    }
  }
  return settings;
}

function entryOf({ entries, shown }: ConsentStore, consentType: string): ConsentEntry {
  const entry = entries.get(consentType) ?? { quiet: false };
  entries.set(consentType, entry);
  // Assigning would run the setter of `__proto__`.
  const property = { value: entry, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(shown, consentType, property);
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
