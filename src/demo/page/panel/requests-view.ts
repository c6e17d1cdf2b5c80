import { element } from '../element.ts';
import type { LoggedCall } from '../request-log.ts';
import { clockTime } from '../time-words.ts';
import type { LiveView } from './live-state.ts';

/** The requests that this tab has made to the endpoint, newest first. */
export const requestsView: LiveView = ({ calls }) => {
  if (calls.length === 0) {
    return [element('p', {}, 'None yet. A page view inside a session makes none.')];
  }
  return [element('ul', { class: 'log' }, ...calls.map(row))];
};

function row(call: LoggedCall): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'time' }, clockTime(call.startedMillis)),
    element('code', {}, call.path),
    element('span', { class: `outcome ${outcomeClass(call)}` }, outcome(call)),
    element('p', {}, call.why ?? ''),
  );
}

function outcome({ isAnswered, tookMillis }: LoggedCall): string {
  if (isAnswered === undefined) return 'under way';
  return isAnswered ? `answered in ${tookMillis ?? 0} ms` : 'failed';
}

function outcomeClass({ isAnswered }: LoggedCall): string {
  return isAnswered === false ? 'bad' : '';
}
