import { SERVER_TIMEOUT_MILLIS } from '../../core/constants.ts';
import { callLater, getTimestampMillis, sendPixel } from './apis.ts';
import { guard } from './guard.ts';
import type { Run, ServerAnswer, ServerCall, SharedState } from './types.ts';

/**
 * Calls the endpoint and goes on with its answer, or without one when it takes too long.
 *
 * The call leaves after the steps that are due now, so that all tags of one event share one call
 * and it carries what they have all written.
 */
export function callServer(
  run: Run,
  path: '/id.gif' | '/forget.gif',
  next: (isAnswered: boolean) => void,
): void {
  const askedMillis = getTimestampMillis();
  let isOver = false;
  const goOn = (answer: ServerAnswer): void => {
    if (isOver) return;
    isOver = true;
    run.notes.push(answer);
    guard(run, () => next(answer === 'server_answered'));
  };
  const waitForAnswer = (): void => {
    if (isOver) return;
    if (getTimestampMillis() - askedMillis >= SERVER_TIMEOUT_MILLIS) goOn('server_timeout');
    else callLater(waitForAnswer);
  };
  lineUp(run.shared, {
    url: 'https://' + run.config.serverUrl + path,
    isForgetting: path === '/forget.gif',
    isSent: false,
    waiters: [goOn],
  });
  callLater(waitForAnswer);
}

/**
 * One call after the other: the answer to a call still under way would bring back the cookies of a
 * visitor whom the next one forgets. Also a call that no run waits for any more is under way.
 */
function lineUp(shared: SharedState, call: ServerCall): void {
  const last = shared.calls[shared.calls.length - 1];
  const isSame = last !== undefined && last.url === call.url;
  if (isSame && (!last.isSent || call.isForgetting)) {
    last.waiters = last.waiters.concat(call.waiters);
    return;
  }
  shared.calls.push(call);
  if (last === undefined) callLater(() => sendFirst(shared));
}

function sendFirst(shared: SharedState): void {
  const call = shared.calls[0];
  if (call === undefined) return;
  call.isSent = true;
  // The time keeps the browser from answering out of its image cache.
  sendPixel(
    call.url + '?r=' + getTimestampMillis(),
    () => end(shared, call, 'server_answered'),
    () => end(shared, call, 'server_unreachable'),
  );
}

function end(shared: SharedState, call: ServerCall, answer: ServerAnswer): void {
  if (shared.calls[0] !== call) return;
  shared.calls.shift();
  call.waiters.forEach((waiter) => waiter(answer));
  if (shared.calls.length > 0) callLater(() => sendFirst(shared));
}
