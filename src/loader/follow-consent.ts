import { readConsentCommands } from '../core/consent/read-commands.ts';
import { resolveConsent } from '../core/consent/resolve-consent.ts';
import type { Consent, ConsentState } from '../core/types.ts';
import { findDataLayerName } from './find-data-layer-name.ts';
import { followDataLayer } from './follow-data-layer.ts';
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
  /** Called after each command; whoever wants to know puts a function here. */
  changed: () => void;
}

/** Collects consent commands of both data layers and of the page itself. */
export function followConsent(config: LoaderConfig): ConsentSource {
  // The more specific a default's region, the further behind: the last one counts.
  const gtag: Command[][] = [[], [], []];
  const d8a: Command[] = [];
  const isRefused = config.privacySignal && isPrivacyAsked();
  let waitMillis = config.waitForUpdateMillis;
  let hasAnswer = isRefused;
  const type = config.consentType;
  const note = (command: Command, into: Command[] | undefined) => {
    if (command[0] !== 'consent' || !into) return;
    into.push(command);
    hasAnswer ||= command[1] === 'update';
    waitMillis = Math.max(waitMillis, Number(command[2]?.wait_for_update) || 0);
    source.changed();
  };
  const source: ConsentSource = {
    changed: () => undefined,
    resolve: (before) => {
      const said = readConsentCommands(gtag.flat(), type);
      return resolveConsent(
        {
          isGranted: said.byUpdate ?? said.byDefault ?? true,
          heardUpdate: undefined,
          gtag: said,
          d8a: readConsentCommands(d8a, type),
          privacySignal: isRefused,
        },
        before,
      );
    },
    setConsent: (state) => note(['consent', 'update', { [type]: state }], gtag[0]),
    waitMillis: () => (hasAnswer ? 0 : waitMillis),
  };
  followDataLayer(findDataLayerName(config), (entry) => {
    const command = entry as Command;
    note(command, gtag[rankOf(command[2]?.region, config.region)]);
  });
  followDataLayer('d8aLayer', (entry) => note(entry as Command, d8a));
  return source;
}

/** 0 for everywhere, 1 for the visitor's country, 2 for the very place; -1 for elsewhere. */
function rankOf(regions: unknown, place: string): number {
  if (!regions) return 0;
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
