import type {
  Config,
  Consent,
  ConsentCommands,
  ConsentEntry,
  ConsentSignals,
  ConsentState,
} from '../types.ts';

/**
 * From signals to one of four states.
 *
 * Google's word decides whether storage is permitted. It cannot tell "granted" from "nobody has
 * said anything", nor a default from a withdrawal. Google's record tells that, whoever has spoken;
 * without it the commands in the data layer and the consent listener do. d8a's own consent counts
 * only where gtag has said nothing about the type.
 */
export function resolveConsent(signals: ConsentSignals, before: ConsentState | undefined): Consent {
  if (signals.privacySignal) return { state: 'denied', source: 'privacySignal' };
  if (signals.entry !== undefined) {
    return resolveRecorded(signals.entry, signals.isGranted, before);
  }
  const gtag = signals.gtag;
  if (!signals.isGranted) return resolveRefusal(gtag, signals.heardUpdate, before);
  if (signals.heardUpdate === true || gtag.byUpdate === true) {
    return { state: 'granted', source: 'update' };
  }
  // Defaults for other regions stand in the same data layer; Google has applied the right one.
  if (gtag.anyDefaultGrants) return { state: 'granted', source: 'default' };
  if (gtag.byUpdate !== undefined || gtag.byDefault !== undefined) {
    return { state: 'unset', source: 'google' };
  }
  return resolveD8aConsent(signals.d8a);
}

/** The listener hears a default that comes late as it hears an update: here it does not count. */
function resolveRecorded(
  entry: ConsentEntry,
  isGranted: boolean,
  before: ConsentState | undefined,
): Consent {
  if (!isGranted) return resolveRefusal(entry, undefined, before);
  return { state: 'granted', source: entry.byUpdate === undefined ? 'default' : 'update' };
}

/** A refusal is a withdrawal only when an update says so; a default never is. */
function resolveRefusal(
  said: ConsentEntry,
  heardUpdate: boolean | undefined,
  before: ConsentState | undefined,
): Consent {
  if (heardUpdate === false || said.byUpdate === false || before === 'withdrawn') {
    return { state: 'withdrawn', source: 'update' };
  }
  return { state: 'denied', source: said.byDefault === undefined ? 'google' : 'default' };
}

function resolveD8aConsent(d8a: ConsentCommands): Consent {
  if (d8a.byUpdate !== undefined) {
    return { state: d8a.byUpdate ? 'granted' : 'withdrawn', source: 'd8a' };
  }
  if (d8a.byDefault !== undefined) {
    return { state: d8a.byDefault ? 'granted' : 'denied', source: 'd8a' };
  }
  return { state: 'unset', source: 'none' };
}

/** Whether identity may be read and written. */
export function permitsStorage(config: Config, consent: Consent): boolean {
  if (consent.state === 'unset') return config.unsetConsent === 'grant';
  return consent.state === 'granted';
}
