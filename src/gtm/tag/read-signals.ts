import { readConsentEntry } from '../../core/consent/read-entry.ts';
import { resolveConsent } from '../../core/consent/resolve-consent.ts';
import type { Consent, ConsentEntry, ConsentSignals } from '../../core/types.ts';
import { copyFromWindow, isConsentGranted } from './apis.ts';
import type { Run } from './types.ts';

/** What is known about consent at this moment. */
export function readSignals(run: Run): ConsentSignals {
  const type = run.config.consentType;
  return {
    isGranted: isConsentGranted(type),
    entry: readRecord(run),
    heardUpdate: run.shared.heardUpdates[type],
    gtag: run.gtag,
    d8a: run.d8a,
    privacySignal: run.form.privacySignal,
  };
}

/**
 * Google's record of the form's consent type, which also shows what consent tools say through the
 * sandbox's APIs: the data layer does not.
 */
export function readRecord(run: Run): ConsentEntry | undefined {
  if (!run.isRecordReadable) return undefined;
  return readConsentEntry(copyRecord(), run.config.consentType);
}

/** A page can make the copy throw: tried in a step of its own, the run goes on without it. */
export function tryRecord(run: Run): void {
  copyRecord();
  run.isRecordReadable = true;
}

function copyRecord(): unknown {
  return copyFromWindow('google_tag_data.ics.entries');
}

/** The state of consent at this moment. */
export function resolveNow(run: Run): Consent {
  const before = run.page === undefined ? undefined : run.page.consent;
  return resolveConsent(readSignals(run), before);
}
