import { toPage, toSandbox } from '../border/index.ts';
import { SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiCall } from './api-call.ts';
import { defineApi } from './define-api.ts';

/** Version 2 reads the merged model, version 1 the value last pushed under the key. */
export const copyFromDataLayer = defineApi('copyFromDataLayer', {
  accepts: ['string', 'number?'],
  perform: ({ host, args, text }) => {
    host.grants.check('read_data_layer', text(0));
    const { dataLayer } = host.container;
    return toSandbox(args[1] === 1 ? dataLayer.readLast(text(0)) : dataLayer.read(text(0)));
  },
});

/** `(settings)` or `(key, value)`. Every leaf needs permission under its dotted key. */
export const gtagSet = defineApi('gtagSet', {
  accepts: ['string|object', 'any?'],
  perform: (call) => {
    const settings = readSettings(call);
    for (const key of leafKeys(settings)) call.host.grants.check('write_data_layer', key);
    call.host.container.enqueueCommand(['set', toPage(settings)]);
    return undefined;
  },
});

function readSettings({ args }: ApiCall): SandboxObject {
  const [first, value] = args;
  return first instanceof SandboxObject ? first : new SandboxObject([[String(first), value]]);
}

/** `{ foo: { bar: 1 } }` gives `foo.bar`. In a cycle only the keys before the repetition count. */
function leafKeys(
  object: SandboxObject,
  prefix = '',
  parents: readonly SandboxObject[] = [],
): string[] {
  const path = [...parents, object];
  return [...object.properties].flatMap(([key, value]: [string, SandboxValue]) => {
    if (!(value instanceof SandboxObject)) return [prefix + key];
    return path.includes(value) ? [] : leafKeys(value, `${prefix}${key}.`, path);
  });
}
