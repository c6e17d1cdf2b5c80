type Encode = (text: string) => Uint8Array<ArrayBuffer>;

const oneByteEach: Encode = (text) =>
  Uint8Array.from(text.split(''), (unit) => unit.charCodeAt(0) & 255);

const twoBytesEach: Encode = (text) =>
  Uint8Array.from(
    text.split('').flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8]),
  );

const encodings: ReadonlyMap<string, Encode> = new Map<string, Encode>([
  ['ascii', oneByteEach],
  ['base64', (text) => oneByteEach(atob(text))],
  ['binary', oneByteEach],
  ['hex', (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))],
  ['latin1', oneByteEach],
  ['ucs2', twoBytesEach],
  ['utf16le', twoBytesEach],
  ['utf8', (text) => new TextEncoder().encode(text)],
]);

/** The bytes of the text. Throws for an encoding that `setResponseBody` does not have. */
export function encodeText(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const encode = encodings.get(encoding);
  if (encode) return encode(text);
  throw new Error(
    `setResponseBody: ${encoding} is not one of ${[...encodings.keys()].join(', ')}.`,
  );
}
