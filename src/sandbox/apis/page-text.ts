import { defineApi } from './define-api.ts';

export const readTitle = defineApi('readTitle', {
  accepts: [],
  perform: ({ host }) => {
    host.grants.check('read_title');
    return host.page.window.document.title || '';
  },
});

export const readCharacterSet = defineApi('readCharacterSet', {
  accepts: [],
  perform: ({ host }) => {
    host.grants.check('read_character_set');
    return host.page.window.document.characterSet || '';
  },
});
