import { deleteOwn, getOwn, isHolder, ownKeys, SandboxList } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiFunction } from './define-api.ts';
import { defineObjectApi } from './define-api.ts';
import { requireValue } from './require-value.ts';

/** Keys come in the sandbox's order: of an array the named ones first. */
export const object = defineObjectApi('Object', {
  keys: listing('keys', (key) => key),
  values: listing('values', (_key, value) => value),
  entries: listing('entries', (key, value) => new SandboxList([key, value])),
  freeze: {
    accepts: ['any'],
    perform: ({ args }) => {
      const [value] = args;
      if (isHolder(value)) value.frozen = true;
      return value;
    },
  },
  delete: {
    accepts: ['any', 'any'],
    perform: ({ args }) => {
      const [holder, key] = args;
      return isHolder(holder) && deleteOwn(holder, key);
    },
  },
});

function listing(
  member: string,
  pick: (key: string, value: SandboxValue) => SandboxValue,
): ApiFunction {
  return {
    accepts: ['any?'],
    perform: ({ args }) => {
      const value = requireValue(`Object.${member}`, args);
      return new SandboxList(ownKeys(value).map((key) => pick(key, readOwn(value, key))));
    },
  };
}

function readOwn(value: SandboxValue, key: string): SandboxValue {
  if (typeof value === 'string') return value.charAt(Number(key));
  return isHolder(value) ? getOwn(value, key) : undefined;
}
