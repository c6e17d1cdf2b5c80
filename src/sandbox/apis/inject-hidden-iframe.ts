import { defineApi } from './define-api.ts';

/** An iframe without size. The callback is called, without arguments, when it has loaded. */
export const injectHiddenIframe = defineApi('injectHiddenIframe', {
  accepts: ['string', 'function?'],
  perform: (call) => {
    const { grants, page } = call.host;
    grants.check('inject_hidden_iframe', call.text(0));
    const loading = page.network.loadFrame?.(call.text(0)) ?? Promise.resolve(true);
    void loading.then((isLoaded) => {
      if (isLoaded) call.invokeSafely(1);
    });
    return undefined;
  },
});
