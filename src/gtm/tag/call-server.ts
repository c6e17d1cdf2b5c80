import { SERVER_TIMEOUT_MILLIS } from '../../core/constants.ts';
import { callLater, getTimestampMillis, sendPixel } from './apis.ts';
import { guard } from './guard.ts';
import type { Run, ServerAnswer, ServerCall } from './types.ts';

/**
 * Calls the endpoint and goes on with its answer, or without one when it takes too long.
 *
 * The call leaves after the steps that are due now, so that all tags of one event share one call
 * and it carries what they have all written.
 */
export function callServer(run: Run, path: string, next: (isAnswered: boolean) => void): void {
  const waiter = (answer: ServerAnswer): void => {
    run.notes.push(answer);
    guard(run, () => next(answer === 'server_answered'));
  };
  const url = 'https://' + run.config.serverUrl + path;
  const pending = run.shared.call;
  if (pending !== undefined && pending.url === url && !pending.isSent) {
    pending.waiters.push(waiter);
    return;
  }
  const call: ServerCall = { url: url, isSent: false, isOver: false, waiters: [waiter] };
  run.shared.call = call;
  callLater(() => send(call));
}

function send(call: ServerCall): void {
  const sentMillis = getTimestampMillis();
  call.isSent = true;
  // The time keeps the browser from answering out of its image cache.
  sendPixel(
    call.url + '?r=' + sentMillis,
    () => answer(call, 'server_answered'),
    () => answer(call, 'server_unreachable'),
  );
  waitForAnswer(call, sentMillis);
}

function waitForAnswer(call: ServerCall, sentMillis: number): void {
  if (call.isOver) return;
  if (getTimestampMillis() - sentMillis >= SERVER_TIMEOUT_MILLIS) answer(call, 'server_timeout');
  else callLater(() => waitForAnswer(call, sentMillis));
}

function answer(call: ServerCall, outcome: ServerAnswer): void {
  if (call.isOver) return;
  call.isOver = true;
  call.waiters.forEach((waiter) => waiter(outcome));
}
