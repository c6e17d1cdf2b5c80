import { allToPage, toSandbox } from '../border/index.ts';
import { isHolder } from '../values/index.ts';
import { defineApi } from './define-api.ts';

export const getContainerVersion = defineApi('getContainerVersion', {
  accepts: [],
  perform: ({ host }) => {
    host.grants.check('read_container_data');
    const facts = toSandbox(host.container.facts);
    if (isHolder(facts)) facts.frozen = true;
    return facts;
  },
});

/** Never throws over a permission. */
export const queryPermission = defineApi('queryPermission', {
  accepts: ['string', '...any'],
  perform: ({ host, args, text }) => host.grants.allows(text(0), ...allToPage(args.slice(1))),
});
