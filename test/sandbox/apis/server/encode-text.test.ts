import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeText } from '../../../../src/sandbox/apis/server/encode-text.ts';

test.each(['ascii', 'binary', 'latin1', 'ucs2', 'utf16le', 'utf8'] as const)(
  'the encoding %s gives the bytes that Node gives',
  (encoding) => {
    const text = fc.string({ unit: 'grapheme', maxLength: 50 });
    fc.assert(
      fc.property(text, (given) => {
        expect([...encodeText(given, encoding)]).toEqual([...Buffer.from(given, encoding)]);
      }),
    );
  },
);

test.each(['base64', 'hex'] as const)('the encoding %s reads what Node wrote', (encoding) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = Buffer.from(bytes).toString(encoding);
      expect([...encodeText(text, encoding)]).toEqual([...bytes]);
    }),
  );
});
