import { SandboxError } from '../values/index.ts';
import type { ApiCall } from './api-call.ts';
import type { ApiHost, InjectedScript } from './api-host.ts';
import { defineApi } from './define-api.ts';

/**
 * Loads a script. With a cache token it is loaded once in a container and every call gets its callback; after a failure
 * the token is free again. Without one the script runs at each call. Instead of a URL it takes `{ src, … }` with further
 * attributes of the element, as Google's runtime does since 2026.
 */
export const injectScript = defineApi('injectScript', {
  accepts: ['string|object', 'function?', 'function?', 'string?'],
  perform: (call) => {
    const { host } = call;
    const source = readSource(call);
    const token = call.optionalText(3);
    host.grants.check('inject_script', source.url);
    const callbacks = {
      onSuccess: () => call.invokeSafely(1),
      onFailure: () => call.invokeSafely(2),
    };
    if (token !== undefined) {
      loadOnce(host, { ...source, token }, callbacks);
      return undefined;
    }
    void host.page.network.loadScript(source.url, source.attributes).then((isLoaded) => {
      if (isLoaded) callbacks.onSuccess();
      else callbacks.onFailure();
    });
    return undefined;
  },
});

interface ScriptSource {
  url: string;
  attributes?: Record<string, string>;
}

function readSource(call: ApiCall): ScriptSource {
  const [given] = call.args;
  if (typeof given === 'string') return { url: given };
  const { src, ...others } = Object.fromEntries(call.properties(0));
  if (typeof src !== 'string') throw new SandboxError('injectScript: src is not a string.');
  const attributes = Object.entries(others).map(([name, value]) => [name, String(value)]);
  return { url: src, attributes: Object.fromEntries(attributes) };
}

type Callbacks = InjectedScript['waiting'][number];

function loadOnce(
  { page, container }: ApiHost,
  { url, attributes, token }: ScriptSource & { token: string },
  callbacks: Callbacks,
): void {
  const known = container.scripts.get(token);
  if (known?.state === 'loaded') {
    page.schedule(callbacks.onSuccess);
    return;
  }
  if (known) {
    known.waiting.push(callbacks);
    return;
  }
  const script: InjectedScript = { state: 'loading', waiting: [callbacks] };
  container.scripts.set(token, script);
  void page.network.loadScript(url, attributes).then((isLoaded) => {
    if (isLoaded) script.state = 'loaded';
    else container.scripts.delete(token);
    const waiting = script.waiting.splice(0);
    for (const { onSuccess, onFailure } of waiting) (isLoaded ? onSuccess : onFailure)();
  });
}
