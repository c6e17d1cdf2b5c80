import { getDomain } from 'tldts';
import { defineApi } from '../define-api.ts';

/** The registrable domain of a domain or URL, by the public suffix list. '' where there is none. */
export const computeEffectiveTldPlusOne = defineApi('computeEffectiveTldPlusOne', {
  accepts: ['any?'],
  perform: ({ args }) => {
    const [address] = args;
    if (address === undefined || address === null) return address;
    return getDomain(String(address), { allowPrivateDomains: true }) ?? '';
  },
});
