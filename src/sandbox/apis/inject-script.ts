import type { ApiHost, InjectedScript } from './api-host.ts';
import { defineApi } from './define-api.ts';

/**
 * Loads a script. With a cache token it is loaded once in a container and every call gets its callback; after a failure
 * the token is free again. Without one the script runs at each call.
 */
export const injectScript = defineApi('injectScript', {
  accepts: ['string', 'function?', 'function?', 'string?'],
  perform: (call) => {
    const { host } = call;
    const url = call.text(0);
    const token = call.optionalText(3);
    host.grants.check('inject_script', url);
    const callbacks = {
      onSuccess: () => call.invokeSafely(1),
      onFailure: () => call.invokeSafely(2),
    };
    if (token !== undefined) {
      loadOnce(host, { url, token }, callbacks);
      return undefined;
    }
    void host.page.network.loadScript(url).then((isLoaded) => {
      if (isLoaded) callbacks.onSuccess();
      else callbacks.onFailure();
    });
    return undefined;
  },
});

type Callbacks = InjectedScript['waiting'][number];

function loadOnce(
  { page, container }: ApiHost,
  { url, token }: { url: string; token: string },
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
  void page.network.loadScript(url).then((isLoaded) => {
    if (isLoaded) script.state = 'loaded';
    else container.scripts.delete(token);
    const waiting = script.waiting.splice(0);
    for (const { onSuccess, onFailure } of waiting) (isLoaded ? onSuccess : onFailure)();
  });
}
