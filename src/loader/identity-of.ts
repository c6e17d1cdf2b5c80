import type { Identity, PageState } from '../core/types.ts';

/** What of the shared state only tags and loaders need. */
const internalNames = [
  'version',
  'startedMillis',
  'memory',
  'claims',
  'attributes',
  'snowplowHash',
];

/** The identity in the shared state. */
export function identityOf(page: PageState): Identity {
  const shown = Object.entries(page).filter(([name]) => !internalNames.includes(name));
  return Object.fromEntries(shown) as unknown as Identity;
}
