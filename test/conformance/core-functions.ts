/** What the conformance rows call, natively and inside the sandbox. */
export { readConsentCommands } from '../../src/core/consent/read-commands.ts';
export { resolveConsent } from '../../src/core/consent/resolve-consent.ts';
export {
  configuredDomainCandidates,
  cookieDomainCandidates,
} from '../../src/core/cookie-domain.ts';
export { decide } from '../../src/core/decide.ts';
export {
  d8aClientName,
  d8aSessionName,
  isD8aClientId,
  newD8aClientId,
  nextD8aSession,
  parseD8aClient,
  parseD8aSession,
  printD8aClient,
  printD8aSession,
  readTokenNumber,
  startD8aSession,
} from '../../src/core/formats/d8a.ts';
