/** What the visitor has chosen, as the demo's consent tool remembers it. */
export type Choice = 'granted' | 'denied' | 'withdrawn';

const key = 'demo.consent';
const choices: readonly string[] = ['granted', 'denied', 'withdrawn'] satisfies Choice[];

/** `undefined` while the visitor has not chosen, or where the page has no storage. */
export function readChoice(): Choice | undefined {
  const kept = attempt(() => localStorage.getItem(key));
  return isChoice(kept) ? kept : undefined;
}

export function keepChoice(choice: Choice): void {
  attempt(() => localStorage.setItem(key, choice));
}

export function isChoice(text: unknown): text is Choice {
  return typeof text === 'string' && choices.includes(text);
}

/**
 * Tells Google, as consent tools do. `denied` says nothing: the default denies already, and an update that denies
 * would be a withdrawal.
 */
export function announce(choice: Choice): void {
  if (choice === 'denied') return;
  window.gtag('consent', 'update', {
    analytics_storage: choice === 'granted' ? 'granted' : 'denied',
  });
}

/** Browsers set to block storage throw when it is named. */
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
