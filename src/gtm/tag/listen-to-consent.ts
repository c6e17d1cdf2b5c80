import { allFormats } from '../../core/formats/all-formats.ts';
import { storedEntries } from '../../core/stored-entries.ts';
import type { Config } from '../../core/types.ts';
import { addConsentListener } from './apis.ts';
import { closeOnce } from './guard.ts';
import type { Run, RunStart } from './types.ts';

/**
 * Begins one more run whenever consent changes on this page.
 *
 * Listeners cannot be taken away, so each form adds one, however often its tag fires. Google calls
 * it on an update and when the wait for one is over, and only when what is in force has changed
 * since: a default that came late as well.
 */
export function listenToConsent(run: Run, again: (close: RunStart['close']) => void): void {
  const type = run.config.consentType;
  const key = [type, run.config.cookiePrefix].concat(storedNames(run.config)).join('|');
  const shared = run.shared;
  if (run.action !== 'identify' || shared.listening[key] === true) return;
  shared.listening[key] = true;
  addConsentListener(type, (_type, isGranted) => {
    shared.heardUpdates[type] = isGranted;
    // A run that waits for this update goes on by itself.
    if (run.isWaiting) return;
    again(closeOnce(doNothing, doNothing));
  });
}

/** What tells one form from another: the names that it keeps. */
function storedNames(config: Config): string[] {
  return storedEntries(allFormats(), config).map((entry) => entry.name);
}

/** Google has been told long ago how the tag ended. */
function doNothing(): void {
  return undefined;
}
