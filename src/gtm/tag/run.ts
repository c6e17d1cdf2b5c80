import { NO_COMMANDS } from '../../core/constants.ts';
import { callLater, getTimestampMillis } from './apis.ts';
import { act } from './act.ts';
import { guard } from './guard.ts';
import { listenToConsent } from './listen-to-consent.ts';
import { readDataLayers } from './read-data-layers.ts';
import { readPage } from './read-page.ts';
import { readRecord, resolveNow, tryRecord } from './read-signals.ts';
import { readStorage } from './read-storage.ts';
import { sharedState } from './shared-state.ts';
import type { Run, RunStart, ValidForm } from './types.ts';

/** A run about to begin: nothing read yet. */
export function newRun(form: ValidForm, begin: RunStart): Run {
  return {
    form: form,
    action: begin.trigger === 'tag' ? form.action : 'identify',
    config: form.config,
    trigger: begin.trigger,
    eventId: begin.eventId,
    close: begin.close,
    startedMillis: getTimestampMillis(),
    shared: sharedState(),
    isWaiting: false,
    isRecordReadable: false,
    isDataLayerRead: false,
    gtag: NO_COMMANDS,
    d8a: NO_COMMANDS,
    isPageOurs: false,
    page: undefined,
    consent: undefined,
    stored: {},
    cookieDomain: undefined,
    hasLocalStorage: false,
    serverId: '',
    restore: { state: 'notAsked' },
    notes: form.notes.slice(),
  };
}

/** From the first look at the page to the tag's end. */
export function start(run: Run): void {
  // What a page has put there can make a copy throw; the run then goes on without it.
  callLater(() => readDataLayers(run));
  callLater(() => tryRecord(run));
  guard(run, () => {
    listenToConsent(run, (close) => {
      start(newRun(run.form, { trigger: 'consentChange', eventId: run.eventId, close: close }));
    });
    waitForConsent(run);
  });
}

/** The sandbox has no timer: it looks again until there is an update, or the time is over. */
function waitForConsent(run: Run): void {
  const limitMillis = run.config.waitForUpdateMillis;
  const isTimeOver = getTimestampMillis() - run.startedMillis >= limitMillis;
  run.isWaiting = !isTimeOver && !hasConsentAnswer(run);
  if (run.isWaiting) {
    guard(run, () => waitForConsent(run));
    return;
  }
  if (limitMillis > 0 && isTimeOver) run.notes.push('consent_wait_over');
  consider(run);
}

function hasConsentAnswer(run: Run): boolean {
  if (run.form.privacySignal) return true;
  const entry = readRecord(run);
  if (entry !== undefined) return entry.byUpdate !== undefined;
  const hasHeard = run.shared.heardUpdates[run.config.consentType] !== undefined;
  return hasHeard || run.gtag.byUpdate !== undefined;
}

/**
 * Reads page, consent and storage, and acts. These steps stand in line together, so that no other
 * run comes between what this one reads and what it writes.
 */
function consider(run: Run): void {
  run.consent = undefined;
  run.stored = {};
  run.cookieDomain = undefined;
  run.hasLocalStorage = false;
  callLater(() => readPage(run));
  callLater(() => {
    run.consent = resolveNow(run);
  });
  callLater(() => readStorage(run));
  guard(run, () => act(run, () => consider(run)));
}
