import { permitsStorage } from '../../core/consent/resolve-consent.ts';
import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import type { PageState } from '../../core/types.ts';
import { callLater, getCookieValues } from './apis.ts';
import { guard } from './guard.ts';
import { publishEvent, publishPage } from './publish.ts';
import { readPage } from './read-page.ts';
import { resolveNow } from './read-signals.ts';
import type { Run } from './types.ts';

/** Adds to the core's reasons what this run has met on its way, each once. */
export function noteReasons(run: Run, page: PageState): void {
  const all = page.reasons.concat(run.notes);
  page.reasons = all.filter((reason, index) => all.indexOf(reason) === index);
  run.notes = [];
}

/** Pushes the event that says which identity is used and why, and tells Google the tag has ended. */
export function finish(run: Run, page: PageState, isSuccess: boolean): void {
  publishEvent(run.form.dataLayerName, page);
  callLater(() => run.close(isSuccess));
}

/** As finish, with what the endpoint's answer has brought. */
export function finishAfterServer(run: Run, page: PageState, lookAgain: () => void): void {
  callLater(() => readPage(run));
  guard(run, () => {
    const consent = resolveNow(run);
    // An answer that comes after a withdrawal may have set cookies again; one to forget has not.
    if (consent.state !== page.consent && run.action !== 'forget') {
      run.restore = { state: 'answered', askedFor: [] };
      lookAgain();
      return;
    }
    const mayRead = permitsStorage(run.config, consent) && run.action !== 'forget';
    if (mayRead && !isOvertaken(run, page)) page.serverId = readServerId(run);
    // A visitor whom the endpoint may still know is not forgotten, and the next page brings them back.
    const isSuccess = run.action !== 'forget' || isAnswered(run);
    noteReasons(run, page);
    republish(run, page);
    finish(run, page, isSuccess);
  });
}

function readServerId(run: Run): string {
  const serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  if (isAnswered(run) && serverId === '') run.notes.push('server_cookie_missing');
  return serverId;
}

function isAnswered(run: Run): boolean {
  return run.notes.indexOf('server_answered') !== -1;
}

/** Whether the visitor has been forgotten meanwhile, or somebody is known again. */
function isOvertaken(run: Run, page: PageState): boolean {
  return run.page !== undefined && (run.page.source === 'none') !== (page.source === 'none');
}

/** Another run may have published meanwhile; only what the endpoint has changed is added to it. */
function republish(run: Run, page: PageState): void {
  if (run.page === undefined || isOvertaken(run, page)) return;
  run.page.serverId = page.serverId;
  run.page.reasons = page.reasons;
  publishPage(run, run.page);
}
