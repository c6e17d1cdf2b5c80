import { allToPage } from '../border/index.ts';
import { defineApi } from './define-api.ts';

/** The one API that stays silent without permission. */
export const logToConsole = defineApi('logToConsole', {
  accepts: ['...any'],
  perform: ({ host, args }) => {
    const { console } = host.page.window;
    if (host.grants.allows('logging') && isConsole(console)) console.log(...allToPage(args));
    return undefined;
  },
});

function isConsole(value: unknown): value is Pick<Console, 'log'> {
  return typeof value === 'object' && value !== null && 'log' in value;
}
