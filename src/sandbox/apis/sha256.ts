import { toSandbox } from '../border/index.ts';
import type { ApiCall } from './api-call.ts';
import { defineApi } from './define-api.ts';
import { encodeBytes } from './encoding.ts';

/** The digest as base64, or with `{ outputEncoding: 'hex' }` as hexadecimal digits. */
export const sha256 = defineApi('sha256', {
  accepts: ['string', 'function', 'function?', 'object?'],
  perform: (call) => {
    const digest = call.host.page.digest(new TextEncoder().encode(call.text(0)));
    if (digest)
      digest.then(
        (buffer) => succeed(call, new Uint8Array(buffer)),
        () => fail(call),
      );
    else call.host.page.schedule(() => fail(call));
    return undefined;
  },
});

function succeed(call: ApiCall, bytes: Uint8Array): void {
  const isHex = call.properties(3).get('outputEncoding') === 'hex';
  call.invokeSafely(1, [isHex ? printHex(bytes) : encodeBytes(bytes)]);
}

function fail(call: ApiCall): void {
  const error = { name: 'BrowserNotSupported', message: 'The browser has no crypto.subtle.' };
  call.invokeSafely(2, [toSandbox(error)]);
}

function printHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
