import { resolveConsent } from '../../core/consent/resolve-consent.ts';
import type { Consent, ConsentSignals } from '../../core/types.ts';
import { isConsentGranted } from './apis.ts';
import type { Run } from './types.ts';

/** What is known about consent at this moment. */
export function readSignals(run: Run): ConsentSignals {
  const type = run.config.consentType;
  return {
    isGranted: isConsentGranted(type),
    heardUpdate: run.shared.heardUpdates[type],
    gtag: run.gtag,
    d8a: run.d8a,
    privacySignal: run.form.privacySignal,
  };
}

/** The state of consent at this moment. */
export function resolveNow(run: Run): Consent {
  const before = run.page === undefined ? undefined : run.page.consent;
  return resolveConsent(readSignals(run), before);
}
