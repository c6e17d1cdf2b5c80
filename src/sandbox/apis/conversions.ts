import { getOwn, getType as typeOf, hasOwn, SandboxList, SandboxObject } from '../values/index.ts';
import { defineApi } from './define-api.ts';

export const getType = defineApi('getType', {
  accepts: ['any?'],
  perform: ({ args }) => typeOf(args[0]),
});

export const makeString = defineApi('makeString', {
  accepts: ['any?'],
  perform: ({ args }) => String(args[0]),
});

export const makeNumber = defineApi('makeNumber', {
  accepts: ['any?'],
  perform: ({ args }) => Number(args[0]),
});

/** Rounds; what is not a number gives 0. */
export const makeInteger = defineApi('makeInteger', {
  accepts: ['any?'],
  perform: ({ args }) => Math.round(Number(args[0])) || 0,
});

/** Two columns of a table as an object. Incomplete rows are passed over; null when nothing is left. */
export const makeTableMap = defineApi('makeTableMap', {
  accepts: ['array', 'string', 'string'],
  perform: ({ args, text }) => {
    const [table] = args;
    const map = new SandboxObject();
    for (const row of table instanceof SandboxList ? table.items : []) {
      if (!(row instanceof SandboxObject) || !hasOwn(row, text(1)) || !hasOwn(row, text(2)))
        continue;
      map.properties.set(String(getOwn(row, text(1))), getOwn(row, text(2)));
    }
    return map.properties.size > 0 ? map : null;
  },
});
