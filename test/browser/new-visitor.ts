import { expect } from '@jest/globals';
import type { Identity } from '../../src/core/types.ts';

/** What a jar lists of a new visitor of the properties P and Q. */
export function cookiesOfNewVisitor({ clientId, sessionId }: Identity, domain: string): unknown[] {
  const session = `S1\\.1\\.s${sessionId}\\$o1\\$g0\\$t${sessionId}\\$j0\\$d[0-9a-z]+; ${domain}`;
  return [
    `_d8a=C1.1.${clientId}; ${domain}`,
    expect.stringMatching(`^_d8a_P=${session}$`),
    expect.stringMatching(`^_d8a_Q=${session}$`),
  ];
}

/** What a new visitor's identity tells where nothing was said about consent. */
export function tellsNewVisitor(domain: string): object {
  return {
    source: 'new',
    cookieDomain: domain.startsWith('.') ? domain.slice(1) : '',
    reasons: ['consent_unset', 'client_id_new', 'session_new'],
  };
}
