import type { ReasonCode } from '../../core/reason-texts.ts';
import type { EndpointCall } from './routed-network.ts';

/** One request of this tab, and why it was made. */
export interface LoggedCall extends EndpointCall {
  why?: string;
}

/** In order: the first reason that a run gives decides what is said. */
const whys: readonly [ReasonCode, string][] = [
  ['forgotten', 'The visitor asked to be forgotten.'],
  ['consent_withdrawn', 'Consent was withdrawn.'],
  ['session_restored', 'The session cookie was missing, and came back.'],
  ['client_id_restored', 'The client cookie was missing, and came back.'],
  ['session_not_restored', 'The session cookie was missing.'],
  ['client_id_promoted', 'Consent was granted.'],
  ['session_requested', 'A new session was asked for.'],
  ['session_expired', 'The last session was over.'],
  ['session_new', 'The first session began.'],
  ['duplicate_removed', 'A cookie was there twice.'],
];

/** Why the run with these reasons has called the endpoint. */
export function explainCall(reasons: readonly string[]): string {
  const found = whys.find(([code]) => reasons.includes(code));
  return found ? found[1] : 'A cookie of the endpoint was missing.';
}

const key = 'demo.requests';
const longest = 12;

/** The requests of this tab, newest first; they outlive a page, as far as the browser keeps them. */
export class RequestLog {
  readonly calls: LoggedCall[] = readKept();

  /** A call is reported when it starts, and again when it ends. */
  report(call: EndpointCall): void {
    const known = this.calls.find(({ startedMillis, path }) => {
      return startedMillis === call.startedMillis && path === call.path;
    });
    if (known) Object.assign(known, call);
    else this.calls.unshift(call);
    this.calls.splice(longest);
    this.#keep();
  }

  /** A run that has heard from the endpoint tells why it had asked. */
  explain(reasons: readonly string[]): void {
    if (!reasons.some((reason) => /^server_(answered|unreachable|timeout)$/.test(reason))) return;
    for (const call of this.calls) call.why ??= explainCall(reasons);
    this.#keep();
  }

  #keep(): void {
    try {
      sessionStorage.setItem(key, JSON.stringify(this.calls));
    } catch {
      // Without storage the log ends with the page.
    }
  }
}

function readKept(): LoggedCall[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
