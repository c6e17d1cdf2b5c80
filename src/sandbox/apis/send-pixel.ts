import { defineApi } from './define-api.ts';

/** A GET request for an image. The callbacks get no arguments, and what they throw is swallowed. */
export const sendPixel = defineApi('sendPixel', {
  accepts: ['string', 'function?', 'function?'],
  perform: (call) => {
    const { grants, page } = call.host;
    grants.check('send_pixel', call.text(0));
    void page.network.loadImage(call.text(0)).then((isLoaded) => {
      call.invokeSafely(isLoaded ? 1 : 2);
    });
    return undefined;
  },
});
