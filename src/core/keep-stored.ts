import type { FormatActPlan, FormatPlan, Member } from './formats/types.ts';
import { nextPageState } from './page-state.ts';
import type { ReasonCode } from './reason-texts.ts';
import { attributesOf } from './stored-values.ts';
import type { Config, Plan, Snapshot, StoredEntry, StoredWrite } from './types.ts';

/** Consent permits to keep an identity: what each format plans, as one plan. */
export function keepStored(members: Member[], config: Config, snapshot: Snapshot): Plan {
  const plans: FormatActPlan[] = [];
  const open: Member[] = [];
  let askFor: string[] = [];
  let damaged: StoredEntry[] = [];
  members.forEach((member) => {
    const why = whyBlocked(member);
    if (why.length === 0) open.push(member);
    const plan = planOne(member, why);
    if (plan.kind === 'act') {
      plans.push(plan);
      return;
    }
    askFor = askFor.concat(plan.askFor);
    damaged = damaged.concat(plan.erase);
  });
  if (askFor.length > 0) {
    const back = writeBack(open, damaged);
    return { kind: 'askServer', askFor: askFor, erase: damaged, writes: back };
  }
  const writes = plans.reduce((sofar, plan) => sofar.concat(plan.writes), [] as StoredWrite[]);
  const erase = plans.reduce((sofar, plan) => sofar.concat(plan.erase), [] as StoredEntry[]);
  const settled = erase.concat(writes);
  const isKept = plans.some((plan) => plan.memory === undefined);
  const hasCookies = isKept && snapshot.cookieDomain !== undefined;
  return {
    kind: 'act',
    writes: writes.concat(writeBack(open, settled)),
    erase: erase,
    server: plans.some((plan) => plan.callsServer) ? 'renew' : 'none',
    page: nextPageState(members, snapshot, {
      plans: plans,
      why: [],
      cookieDomain: isKept ? snapshot.cookieDomain || '' : '',
      serverId: snapshot.serverId,
      attributes: hasCookies ? attributesOf(config, snapshot) : '',
    }),
  };
}

/** Reading has removed these; what no plan writes or erases goes back, whatever the action. */
function writeBack(open: Member[], settled: StoredEntry[]): StoredWrite[] {
  const names = settled.map((entry) => entry.name);
  return open
    .reduce(
      (sofar, member) => sofar.concat(member.format.writeBack(member.run)),
      [] as StoredWrite[],
    )
    .filter((write) => names.indexOf(write.name) === -1);
}

/** A format whose storage the browser blocks is kept in memory. */
function planOne(member: Member, why: ReasonCode[]): FormatPlan {
  if (why.length === 0) return member.format.keep(member.run);
  const plan = member.format.keepInMemory(member.run);
  plan.reasons = why.concat(plan.reasons);
  return plan;
}

function whyBlocked(member: Member): ReasonCode[] {
  const store = member.format.storeOf(member.run.config);
  const snapshot = member.run.snapshot;
  if (store === 'none') return ['storage_none'];
  if (store === 'cookie') return snapshot.cookieDomain === undefined ? ['cookies_blocked'] : [];
  return snapshot.hasLocalStorage ? [] : ['local_storage_blocked'];
}
