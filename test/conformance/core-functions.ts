import { decide } from '../../src/core/decide.ts';
import { allFormats } from '../../src/core/formats/all-formats.ts';
import type { Config, Plan, Snapshot } from '../../src/core/types.ts';

// What the conformance rows call, natively and inside the sandbox.

export function decideAll(config: Config, snapshot: Snapshot): Plan {
  return decide(allFormats(), config, snapshot);
}

export { readConsentCommands } from '../../src/core/consent/read-commands.ts';
export { readConsentEntry } from '../../src/core/consent/read-entry.ts';
export { resolveConsent } from '../../src/core/consent/resolve-consent.ts';
export {
  configuredDomainCandidates,
  cookieDomainCandidates,
} from '../../src/core/cookie-domain.ts';
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
} from '../../src/core/formats/d8a/d8a-cookies.ts';
export { readGoogleClient } from '../../src/core/formats/d8a/google-client.ts';
export { isUuid, newUuid } from '../../src/core/new-uuid.ts';
export {
  countSnowplowEvent,
  newSnowplowId,
  parseSnowplowId,
  printSnowplowId,
  startSnowplowSession,
  withUser,
} from '../../src/core/formats/snowplow/snowplow-cookies.ts';
export { settleSnowplow } from '../../src/core/formats/snowplow/snowplow-names.ts';
export { snowplowHash } from '../../src/core/formats/snowplow/snowplow-hash.ts';
export { readTreasureDataId } from '../../src/core/formats/treasure-data/treasure-data-cookies.ts';
