import type { ConsentState } from '../../../core/types.ts';
import { element } from '../element.ts';
import type { LiveView } from './live-state.ts';

const words: Record<ConsentState, { word: string; sentence: string }> = {
  unset: { word: 'Unset', sentence: 'Nobody has said anything about consent.' },
  denied: {
    word: 'Denied',
    sentence:
      'Nothing stored is read, written or erased. The ID lives in memory until you leave this page.',
  },
  granted: { word: 'Granted', sentence: 'The ID is read from cookies, and kept in them.' },
  withdrawn: {
    word: 'Withdrawn',
    sentence:
      'Everything kept was erased, here and at the endpoint. This page has a new ID, in memory only.',
  },
};

/** The state of consent and who said so. */
export const consentView: LiveView = ({ identity, isUpdateSent }) => {
  const state = identity?.consent;
  if (state === undefined) return [element('p', {}, 'The tag has not looked yet.')];
  const { word, sentence } = words[state];
  const source = isUpdateSent ? 'an update: the visitor’s choice' : 'this site’s default';
  return [
    element(
      'p',
      { class: 'consent-line' },
      element('span', { class: `badge ${state}` }, word),
      ` by ${source}.`,
    ),
    element('p', {}, sentence),
  ];
};
