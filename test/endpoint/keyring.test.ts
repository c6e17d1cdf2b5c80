import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase64Url, encodeBase64Url } from '../../src/endpoint/base64url.ts';
import { createKeyring as createWebKeyring } from '../../src/endpoint/keyring.ts';
import { createNodeKeyring } from '../../src/endpoint/platforms/node-keyring.ts';

const older = 'the older secret, which has more than 32 bytes';
const newer = 'the newer secret, which has more than 32 bytes';

describe.each([
  ['WebCrypto', createWebKeyring],
  ['node:crypto', createNodeKeyring],
])('over %s', (_, createKeyring) => {
  describe('a signature', () => {
    test('holds for its text', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string(), async (text) => {
          const keyring = createKeyring([newer]);
          expect(await keyring.verify(text, await keyring.sign(text))).toBe('newest');
        }),
      );
    });

    test('fails when any character of it is changed, added or lost', async () => {
      const keyring = createKeyring([newer, older]);
      const signature = await keyring.sign('text');
      const place = fc.nat(signature.length);
      await fc.assert(
        fc.asyncProperty(place, fc.nat(1), fc.string(), async (start, removed, added) => {
          const changed = signature.slice(0, start) + added + signature.slice(start + removed);
          expect(await keyring.verify('text', changed)).toBe(
            changed === signature ? 'newest' : undefined,
          );
        }),
      );
    });

    test('fails in every other writing of its last bits', async () => {
      const keyring = createKeyring([newer]);
      const signature = await keyring.sign('text');
      const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
      const verdicts = alphabet.map((last) =>
        keyring.verify('text', signature.slice(0, -1) + last),
      );
      expect((await Promise.all(verdicts)).filter(Boolean)).toHaveLength(1);
    });

    test('fails for another text', async () => {
      const keyring = createKeyring([newer]);
      await fc.assert(
        fc.asyncProperty(fc.string(), fc.string(), async (one, other) => {
          expect(await keyring.verify(other, await keyring.sign(one))).toBe(
            one === other ? 'newest' : undefined,
          );
        }),
      );
    });
  });

  describe('keys', () => {
    test('all verify, and the first signs', async () => {
      const before = await createKeyring([older]).sign('text');
      const rotated = createKeyring([newer, older]);
      expect(await rotated.verify('text', before)).toBe('older');
      expect(await createKeyring([newer]).verify('text', await rotated.sign('text'))).toBe(
        'newest',
      );
      expect(
        await createKeyring([older]).verify('text', await rotated.sign('text')),
      ).toBeUndefined();
    });

    test('that have been taken out verify no longer', async () => {
      const before = await createKeyring([older]).sign('text');
      expect(await createKeyring([newer]).verify('text', before)).toBeUndefined();
    });

    test('are made at the start when there are none', async () => {
      const [one, other] = [createKeyring([]), createKeyring([])];
      const signature = await one.sign('text');
      expect(await one.verify('text', signature)).toBe('newest');
      expect(await other.verify('text', signature)).toBeUndefined();
    });
  });
});

test('both keyrings give the same signatures', async () => {
  const [web, node] = [createWebKeyring([newer, older]), createNodeKeyring([newer, older])];
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect(await node.sign(text)).toBe(await web.sign(text));
    }),
  );
  const signature = await createWebKeyring([older]).sign('é');
  expect(await node.verify('é', signature)).toBe('older');
});

test('base64url gives back every list of bytes, and reads only what it writes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, text) => {
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes);
      const read = decodeBase64Url(text);
      expect(read === undefined || encodeBase64Url(read) === text).toBe(true);
    }),
  );
});
