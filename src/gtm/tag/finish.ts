import { permitsStorage } from '../../core/consent/resolve-consent.ts';
import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import type { PageState } from '../../core/types.ts';
import { callLater, getCookieValues } from './apis.ts';
import { guard } from './guard.ts';
import { publishEvent, publishPage } from './publish.ts';
import { readPage } from './read-page.ts';
import { resolveNow } from './read-signals.ts';
import type { Run } from './types.ts';

/** Tells the page which identity is used and why, then Google that the tag has ended. */
export function finish(run: Run, page: PageState): void {
  const notes = run.notes.slice();
  if (!run.isDataLayerRead) notes.push('data_layer_unreadable');
  if (!run.isPageOurs) notes.push('page_object_foreign');
  page.reasons = page.reasons.concat(notes);
  publishEvent(run.form.dataLayerName, page);
  callLater(() => run.close(true));
}

/** As finish, with the server id that the answer has brought. */
export function finishAfterServer(run: Run, page: PageState, lookAgain: () => void): void {
  callLater(() => readPage(run));
  guard(run, () => {
    // An answer that comes after a withdrawal may have set cookies again.
    if (resolveNow(run).state !== page.consent) {
      run.restore = { state: 'answered', askedFor: [] };
      lookAgain();
      return;
    }
    if (permitsStorage(run.config, resolveNow(run))) noteServerId(run, page);
    finish(run, page);
  });
}

/** Others may have published meanwhile: only the server id is added to what they say. */
function noteServerId(run: Run, page: PageState): void {
  page.serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  const isAnswered = run.notes.indexOf('server_answered') !== -1;
  if (isAnswered && page.serverId === '') run.notes.push('server_cookie_missing');
  if (run.page === undefined) return;
  run.page.serverId = page.serverId;
  publishPage(run, run.page);
}
