import type { FormatActPlan, IdentityFormat, Member } from './formats/types.ts';
import type { FormatMemory, Snapshot } from './types.ts';

/** Withdrawal starts a new identity; after it, as while denied, the page keeps the one it has. */
export function memoryOf(format: IdentityFormat, snapshot: Snapshot): FormatMemory | undefined {
  const page = snapshot.page;
  if (page === undefined) return undefined;
  if (snapshot.consent.state === 'withdrawn' && page.consent !== 'withdrawn') return undefined;
  return page.memory[format.name];
}

/** What the page keeps after these plans; formats of other tags stay as they are. */
export function nextMemory(
  members: Member[],
  snapshot: Snapshot,
  plans: FormatActPlan[],
): Record<string, FormatMemory> {
  const memory: Record<string, FormatMemory> = {};
  const before = snapshot.page === undefined ? {} : snapshot.page.memory;
  const planned = members.map((member) => member.format.name);
  for (const name in before) {
    const kept = before[name];
    if (kept !== undefined && planned.indexOf(name) === -1) memory[name] = kept;
  }
  plans.forEach((plan, index) => {
    const name = planned[index];
    if (name !== undefined && plan.memory !== undefined) memory[name] = plan.memory;
  });
  return memory;
}
