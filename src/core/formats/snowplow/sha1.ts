import { CHARACTERS, SHA1_START } from '../../constants.ts';

/**
 * The five words of a text's SHA-1 (FIPS 180-4); `undefined` for a text that is not ASCII.
 *
 * The sandbox gives no digest at once, and no character codes.
 */
export function sha1(text: string): number[] | undefined {
  const words = toWords(text);
  if (words === undefined) return undefined;
  let state = SHA1_START;
  for (let start = 0; start < words.length; start += 16) {
    state = mixBlock(state, words.slice(start, start + 16));
  }
  return state;
}

/** The text, a 1 bit, zeros, and its length in bits, in words of 32 bits. */
function toWords(text: string): number[] | undefined {
  const words: number[] = [];
  const count = (((text.length + 8) >> 6) + 1) * 16;
  for (let index = 0; index < count; index++) words.push(0);
  for (let index = 0; index < text.length; index++) {
    const place = CHARACTERS.indexOf(text.charAt(index));
    if (place === -1) return undefined;
    addByte(words, index, place + 32);
  }
  addByte(words, text.length, 128);
  words[count - 1] = text.length * 8;
  return words;
}

function addByte(words: number[], index: number, byte: number): void {
  const word = index >> 2;
  words[word] = (words[word] || 0) | (byte << (24 - (index & 3) * 8));
}

function mixBlock(state: number[], block: number[]): number[] {
  let a = state[0] || 0;
  let b = state[1] || 0;
  let c = state[2] || 0;
  let d = state[3] || 0;
  let e = state[4] || 0;
  for (let round = 0; round < 80; round++) {
    if (round > 15) block.push(expand(block, round));
    const sum = (a << 5) + (a >>> 27) + mix(round, [b, c, d]) + e + (block[round] || 0);
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = sum | 0;
  }
  return [add(state, 0, a), add(state, 1, b), add(state, 2, c), add(state, 3, d), add(state, 4, e)];
}

function expand(block: number[], round: number): number {
  const word =
    (block[round - 3] || 0) ^
    (block[round - 8] || 0) ^
    (block[round - 14] || 0) ^
    (block[round - 16] || 0);
  return (word << 1) | (word >>> 31);
}

function mix(round: number, words: number[]): number {
  const b = words[0] || 0;
  const c = words[1] || 0;
  const d = words[2] || 0;
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function add(state: number[], index: number, word: number): number {
  return ((state[index] || 0) + word) | 0;
}
