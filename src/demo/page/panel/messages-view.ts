import { element } from '../element.ts';
import { clockTime } from '../time-words.ts';
import type { LiveView } from './live-state.ts';

/** What was pushed to the data layer of this page, newest first. */
export const messagesView: LiveView = ({ messages }) => {
  const rows = messages.map(({ atMillis, name, detail }) =>
    element(
      'li',
      {},
      element('span', { class: 'time' }, clockTime(atMillis)),
      element('b', {}, name),
      ...(detail === '' ? [] : [element('code', {}, detail)]),
    ),
  );
  return [element('ol', { class: 'log messages', reversed: '' }, ...rows)];
};
