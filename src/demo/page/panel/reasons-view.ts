import { REASONS } from '../../../core/reason-texts.ts';
import { element } from '../element.ts';
import type { LiveView } from './live-state.ts';

const texts: ReadonlyMap<string, { meaning: string; remedy: string }> = new Map(
  Object.entries(REASONS),
);

/** The reason codes of the tag's last run, with what they mean and what to do about them. */
export const reasonsView: LiveView = ({ identity }) => {
  const reasons = identity?.reasons ?? [];
  if (reasons.length === 0) return [element('p', {}, 'The tag has not run yet.')];
  return [element('ul', { class: 'reasons' }, ...reasons.map(reasonItem))];
};

function reasonItem(code: string): HTMLElement {
  const { meaning = '', remedy = '' } = texts.get(code) ?? {};
  const advice = remedy === '' ? [] : [element('p', { class: 'remedy' }, remedy)];
  return element('li', {}, element('p', {}, meaning), element('code', {}, code), ...advice);
}
