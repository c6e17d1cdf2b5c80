import { SandboxError, SandboxFunction } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { encodeBytes } from '../encoding.ts';
import { encodeText } from './encode-text.ts';
import { serverOf } from './server-of.ts';
import { digestSha256, signSha256 } from './sha256-digest.ts';

const encodings: ReadonlyMap<SandboxValue, (bytes: Uint8Array) => string> = new Map([
  ['base64', encodeBytes],
  ['base64url', (bytes: Uint8Array) => toUrlAlphabet(encodeBytes(bytes))],
  ['hex', (bytes: Uint8Array) => Array.from(bytes, printByte).join('')],
]);

/** `outputEncoding` of the options at the index; an unknown one throws. */
function print(call: ApiCall, bytes: Uint8Array, { options, usual }: PrintOptions): string {
  const encoding = call.properties(options).get('outputEncoding') ?? usual;
  const encode = encodings.get(encoding);
  if (encode) return encode(bytes);
  throw new SandboxError(`${String(encoding)} is not one of ${[...encodings.keys()].join(', ')}.`);
}

interface PrintOptions {
  options: number;
  usual: string;
}

function digest(call: ApiCall): Uint8Array {
  return digestSha256(new TextEncoder().encode(call.text(0)));
}

export const sha256Sync = defineApi('sha256Sync', {
  accepts: ['string', 'object?'],
  perform: (call) => print(call, digest(call), { options: 1, usual: 'base64' }),
});

/** `(input, onSuccess, options?)`; the failure callback of web templates may stand between. */
export const sha256 = defineApi('sha256', {
  accepts: ['string', 'function', 'object|function?', 'object?'],
  perform: (call) => {
    const options = call.args[2] instanceof SandboxFunction ? 3 : 2;
    const printed = print(call, digest(call), { options, usual: 'base64' });
    call.host.page.schedule(() => call.invokeSafely(1, [printed]));
    return undefined;
  },
});

/** Signs with the secret that the server has under the key id, base64 as in Google's key file. */
export const hmacSha256 = defineApi('hmacSha256', {
  accepts: ['string', 'string', 'object?'],
  perform: (call) => {
    const keyId = call.text(1);
    call.host.grants.check('use_custom_private_keys', keyId);
    const secret = new Map(Object.entries(serverOf(call).settings.keys)).get(keyId);
    if (secret === undefined) throw new SandboxError(`hmacSha256: there is no key ${keyId}.`);
    const data = new TextEncoder().encode(call.text(0));
    const signature = signSha256(data, encodeText(secret, 'base64'));
    return print(call, signature, { options: 2, usual: 'base64url' });
  },
});

/** With `{ urlEncoding: true }` the alphabet of URLs, without padding. */
export const toBase64 = defineApi('toBase64', {
  accepts: ['string', 'object?'],
  perform: (call) => {
    const encoded = encodeBytes(new TextEncoder().encode(call.text(0)));
    return call.properties(1).get('urlEncoding') ? toUrlAlphabet(encoded) : encoded;
  },
});

function toUrlAlphabet(base64: string): string {
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function printByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
