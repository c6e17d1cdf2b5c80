import type { Identity } from '../../../core/types.ts';

/** One sentence that is read out when the tag has run. */
export function statusLine(identity: Partial<Identity>): string {
  const { consent, reasons = [], hitNumber, sessionNumber } = identity;
  const has = (code: Identity['reasons'][number]): boolean => reasons.includes(code);
  if (has('forgotten')) return 'The visitor is forgotten: everything kept was erased.';
  if (consent === 'withdrawn') return 'Consent is withdrawn: everything kept was erased.';
  if (consent === 'denied') return 'Consent is denied: the ID lives in memory only.';
  if (has('engaged')) return 'The session is now engaged.';
  if (has('client_id_promoted')) return 'Consent is granted: the ID in memory is now kept.';
  if (has('session_restored')) return 'The endpoint has brought the session back.';
  return `Session ${sessionNumber ?? 0} of this visitor, hit ${hitNumber ?? 0}.`;
}
