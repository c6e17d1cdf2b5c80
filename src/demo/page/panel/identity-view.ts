import type { Identity } from '../../../core/types.ts';
import { element, terms } from '../element.ts';
import { ordinal } from '../time-words.ts';
import type { LiveView } from './live-state.ts';

const sources: Record<Identity['source'], string> = {
  cookie: 'read from its cookie',
  localStorage: 'read from local storage',
  restored: 'brought back by the endpoint',
  promoted: 'in memory before, kept since consent was granted',
  new: 'made on this page',
  memory: 'in memory, until this page is left',
  none: 'there is none',
};

/** Who the tag says the visitor is. */
export const identityView: LiveView = ({ identity }) => {
  if (!identity?.clientId) return [element('p', {}, 'No identity at the moment.')];
  const { clientId, source, sessionNumber, hitNumber, isNewSession, engaged, sessionId } = identity;
  const session = `${ordinal(sessionNumber ?? 0)} of this visitor${isNewSession ? ', new' : ''}`;
  return [
    element('p', { class: 'client-id' }, clientId),
    terms([
      ['Source', sources[source ?? 'none']],
      ['Session', session],
      ['Session ID', sessionId || '–'],
      ['Hits', `${hitNumber ?? 0} in this session`],
      ['Engaged', engaged ? 'yes' : 'not yet'],
      ['Server ID', identity.serverId || '–'],
    ]),
  ];
};
