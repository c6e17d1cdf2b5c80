// FIPS 180-4. The browser's own digest is asynchronous, and `sha256Sync` and `hmacSha256` are not.

/** SHA-256 of the bytes. */
export function digestSha256(bytes: Uint8Array): Uint8Array {
  const state = rootBits(8, 1 / 2);
  const padded = pad(bytes);
  for (let offset = 0; offset < padded.byteLength; offset += 64) {
    compress(state, expand(new DataView(padded.buffer, offset, 64)));
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setUint32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

/** HMAC (RFC 2104) with SHA-256. */
export function signSha256(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? digestSha256(key) : key);
  const inner = digestSha256(
    join(
      block.map((byte) => byte ^ 0x36),
      bytes,
    ),
  );
  return digestSha256(
    join(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

/** The first 32 bits behind the point of the roots of the first primes: section 4.2.2 and 5.3.3. */
function rootBits(count: number, power: number): Uint32Array {
  const bits: number[] = [];
  for (let candidate = 2; bits.length < count; candidate += 1) {
    if (isPrime(candidate)) bits.push((candidate ** power % 1) * 2 ** 32);
  }
  return Uint32Array.from(bits, Math.floor);
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}

const constants = rootBits(64, 1 / 3);

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const length = new DataView(padded.buffer);
  length.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  length.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  return padded;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The message schedule of one block: section 6.2.2, step 1. */
function expand(block: DataView): Uint32Array {
  const words = new Uint32Array(64);
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 16; index += 1) words[index] = block.getUint32(index * 4);
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [word(index - 15), word(index - 2)];
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[index] = word(index - 16) + small + word(index - 7) + large;
  }
  return words;
}

/** Section 6.2.2, steps 2 to 4; the letters are the standard's. */
function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  words.forEach((word, index) => {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + (constants[index] ?? 0) + word) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  });
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}
