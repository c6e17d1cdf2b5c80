import { defineApi } from './define-api.ts';

/** Answers undefined where the native function throws. */
function attempt(convert: () => string): string | undefined {
  try {
    return convert();
  } catch {
    return undefined;
  }
}

export const encodeUri = defineApi('encodeUri', {
  accepts: ['any?'],
  perform: ({ text }) => attempt(() => encodeURI(text(0))),
});

export const encodeUriComponent = defineApi('encodeUriComponent', {
  accepts: ['any?'],
  perform: ({ text }) => attempt(() => encodeURIComponent(text(0))),
});

export const decodeUri = defineApi('decodeUri', {
  accepts: ['string'],
  perform: ({ text }) => attempt(() => decodeURI(text(0))),
});

export const decodeUriComponent = defineApi('decodeUriComponent', {
  accepts: ['string'],
  perform: ({ text }) => attempt(() => decodeURIComponent(text(0))),
});

/** Base64 of the text's UTF-8. */
export const toBase64 = defineApi('toBase64', {
  accepts: ['string'],
  perform: ({ text }) => encodeBytes(new TextEncoder().encode(text(0))),
});

/** Undefined where the text is not base64. */
export const fromBase64 = defineApi('fromBase64', {
  accepts: ['string'],
  perform: ({ text }) =>
    attempt(() => {
      const bytes = Array.from(atob(text(0)), (character) => character.charCodeAt(0));
      return new TextDecoder().decode(new Uint8Array(bytes));
    }),
});

/** Base64 of bytes. */
export function encodeBytes(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
