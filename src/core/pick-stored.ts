import type { Parse, Picked, StoredValue } from './types.ts';

/**
 * One value of several under the same name: the one on the widest domain, then the older one.
 * Values that do not parse never win.
 */
export function pickStored<Value>(
  values: StoredValue[],
  parse: Parse<Value>,
): Picked<Value> | undefined {
  let best: Picked<Value> | undefined;
  let bestBornSeconds = 0;
  values.forEach((found) => {
    const parsed = parse(found.value);
    if (parsed === undefined) return;
    const order = best === undefined ? -1 : compareWidth(found, best.found);
    if (order > 0 || (order === 0 && parsed.bornSeconds >= bestBornSeconds)) return;
    best = { parsed: parsed.value, found: found };
    bestBornSeconds = parsed.bornSeconds;
  });
  return best;
}

/** Negative when the first lies on a wider domain; fewer labels are wider, host-only is narrowest. */
function compareWidth(first: StoredValue, second: StoredValue): number {
  return countLabels(first.domain) - countLabels(second.domain);
}

function countLabels(domain: string | undefined): number {
  if (domain === undefined) return 0;
  return domain === '' ? 1000 : domain.split('.').length;
}
