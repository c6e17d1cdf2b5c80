import { toPage, toSandbox } from '../border/index.ts';
import { SandboxObject } from '../values/index.ts';
import type { Api } from './define-api.ts';
import { defineObjectApi } from './define-api.ts';

const members = defineObjectApi('JSON', {
  parse: {
    accepts: ['any?'],
    perform: ({ args }) => {
      const text = String(args[0]);
      return toSandbox(attempt(() => JSON.parse(text)));
    },
  },
  stringify: {
    accepts: ['any?'],
    perform: ({ args }) => {
      const value = toPage(args[0]);
      const text = attempt(() => JSON.stringify(value));
      return typeof text === 'string' ? text : undefined;
    },
  },
});

/** Both functions take one argument; bad text and cycles give undefined. */
export const json: Api = {
  name: 'JSON',
  create: (host) => {
    const object = members.create(host);
    // Google's runtime leaves this name among the keys of the object.
    if (object instanceof SandboxObject) object.properties.set('publicName', 'JSON');
    return object;
  },
};

function attempt(convert: () => unknown): unknown {
  try {
    return convert();
  } catch {
    return undefined;
  }
}
