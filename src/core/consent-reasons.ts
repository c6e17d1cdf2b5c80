import type { ReasonCode } from './reason-texts.ts';
import type { Consent, ConsentState } from './types.ts';

/** The reason codes that tell the state of consent. */
export function consentReasons(consent: Consent): ReasonCode[] {
  if (consent.source === 'privacySignal') return ['privacy_signal'];
  return [reasonOf(consent.state)];
}

function reasonOf(state: ConsentState): ReasonCode {
  if (state === 'granted') return 'consent_granted';
  if (state === 'unset') return 'consent_unset';
  return state === 'denied' ? 'consent_denied' : 'consent_withdrawn';
}
