import type { ReasonCode } from '../../reason-texts.ts';
import { presentEntries } from '../../stored-values.ts';
import type { SnowplowConfig } from '../../types.ts';
import { restoreEntry } from '../restore-entry.ts';
import type { FormatPlan, FormatRun } from '../types.ts';
import { describeNobody } from './describe-snowplow.ts';
import { findId, isOptedOut } from './find-snowplow.ts';
import { keepSnowplowInMemory } from './keep-snowplow-in-memory.ts';
import { keepSnowplowStored } from './keep-snowplow-stored.ts';
import { idNameOf, snowplowEntries, snowplowStore } from './snowplow-names.ts';

/** Consent and storage permit to keep Snowplow's identity, where its own settings do. */
export function keepSnowplow(run: FormatRun, snowplow: SnowplowConfig): FormatPlan {
  if (snowplow.hash === '') {
    const plan = keepSnowplowInMemory(run, snowplow);
    const why: ReasonCode[] = ['snowplow_hash_unknown'];
    plan.reasons = why.concat(plan.reasons);
    return plan;
  }
  if (isOptedOut(run, snowplow)) {
    const plan = describeNobody(snowplow, 'snowplow_opted_out');
    plan.erase = presentEntries(run.snapshot, snowplowEntries(snowplow));
    return plan;
  }
  if (snowplow.anonymousTracking === 'anonymous') {
    return describeNobody(snowplow, 'snowplow_anonymous');
  }
  const stored = findId(run, snowplow);
  if (stored !== undefined) return keepSnowplowStored(run, snowplow, stored);
  if (run.snapshot.action === 'engage') return keepSnowplowInMemory(run, snowplow);
  const entry = { name: idNameOf(snowplow), store: snowplowStore(snowplow) };
  const restore = restoreEntry(run, entry);
  return restore === undefined ? keepSnowplowStored(run, snowplow, undefined) : restore;
}
