import { readConsentCommands } from '../core/consent/read-commands.ts';
import { resolveConsent } from '../core/consent/resolve-consent.ts';
import type {
  Consent,
  ConsentCommands,
  ConsentEntry,
  ConsentSignals,
  ConsentState,
} from '../core/types.ts';
import { attempt } from './attempt.ts';
import { findDataLayerName } from './find-data-layer-name.ts';
import { followDataLayer } from './follow-data-layer.ts';
import { followRecord } from './follow-record.ts';
import type { LoaderConfig } from './types.ts';

/** What `gtag('consent', …)` leaves behind: a list of three, or an `arguments` object. */
interface Command {
  0: unknown;
  1: unknown;
  2?: Record<string, unknown>;
}

export interface ConsentSource {
  /** The state of consent as it is now. */
  resolve(before: ConsentState): Consent;
  /** As if gtag had said so by an update. */
  setConsent(state: string): void;
  /** For how long to wait for an update; 0 when there is one, or nothing asks for it. */
  waitMillis(): number;
  /** Called after each command and each change of Google's record; whoever wants to know puts a function here. */
  changed: () => void;
}

/** Reads Google's record, and collects consent commands of both data layers and of the page itself. */
export function followConsent(config: LoaderConfig): ConsentSource {
  // The more specific a default's region, the further behind: the last one counts.
  const gtag: Command[][] = [[], [], []];
  const d8a: Command[] = [];
  const isRefused = config.privacySignal && !!attempt(isPrivacyAsked);
  let waitMillis = config.waitForUpdateMillis;
  let hasAnswer = isRefused;
  const type = config.consentType;
  const record = followRecord(type, () => source.changed());
  const note = (command: Command, into: Command[] | undefined) => {
    if (command[0] !== 'consent' || !into) return;
    into.push(command);
    hasAnswer ||= isUpdateOf(type, command);
    waitMillis = Math.max(waitMillis, Number(command[2]?.wait_for_update) || 0);
    record.look(true);
  };
  const source: ConsentSource = {
    changed: () => undefined,
    resolve: (before) => {
      const said = readConsentCommands(gtag.flat(), type);
      const google = { ...googleWord(record.read(), said), privacySignal: isRefused };
      return resolveConsent({ ...google, d8a: readConsentCommands(d8a, type) }, before);
    },
    setConsent: (state) => {
      record.overrule(state === 'granted');
      note(['consent', 'update', { [type]: state }], gtag[0]);
    },
    waitMillis: () => (hasAnswer || record.read()?.byUpdate !== undefined ? 0 : waitMillis),
  };
  attempt(() => {
    followDataLayer(findDataLayerName(config), (entry) => {
      // Google's runtime may come to the entry only now.
      setTimeout(record.look);
      const command = entry as Command;
      if (isUpdateOf(type, command)) record.obey();
      note(command, gtag[rankOf(command, config.region.toUpperCase())]);
    });
    followDataLayer('d8aLayer', (entry) => note(entry as Command, d8a));
  });
  return source;
}

/** Google's word, by its record, else as it reads the commands in the data layer. */
function googleWord(
  entry: ConsentEntry | undefined,
  gtag: ConsentCommands,
): Omit<ConsentSignals, 'd8a' | 'privacySignal'> {
  const { byUpdate, byDefault = true } = entry ?? gtag;
  return { isGranted: byUpdate ?? byDefault, entry, gtag, heardUpdate: undefined };
}

function isUpdateOf(type: string, command: Command): boolean {
  return command[1] === 'update' && !!command[2]?.[type];
}

/** 0 for everywhere, 1 for the visitor's country, 2 for the very place; -1 for elsewhere. */
function rankOf(command: Command, place: string): number {
  const regions = command[2]?.region;
  // Google heeds the region of a default only.
  if (!regions || command[1] === 'update') return 0;
  const ranks = [regions].flat().map((region) => {
    if (region === place) return 2;
    return region === place.slice(0, 2) ? 1 : -1;
  });
  return Math.max(...ranks);
}

/** Global Privacy Control, or Do Not Track. */
function isPrivacyAsked(): boolean {
  const browser = navigator as Navigator & { globalPrivacyControl?: boolean; doNotTrack?: string };
  return browser.globalPrivacyControl === true || browser.doNotTrack === '1';
}
