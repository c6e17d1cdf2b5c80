import { SandboxError, SandboxRegex } from '../../values/index.ts';
import { defineApi } from '../define-api.ts';

/** What RegExp has and RE2 lacks: looking around, and references to groups. */
const beyondRe2 = /\\[1-9]|\\k<|\(\?(?:=|!|<=|<!)/;

/** RE2 in so far as JavaScript has it too; null for a pattern that is none. Of the flags `g` and `i` count. */
export const createRegex = defineApi('createRegex', {
  accepts: ['string', 'string?'],
  perform: (call) => {
    const pattern = call.text(0);
    // An escaped backslash in front of a digit or bracket is no reference.
    if (beyondRe2.test(pattern.replace(/\\\\/g, ''))) return null;
    const flags = ['g', 'i'].filter((flag) => call.optionalText(1)?.includes(flag));
    return makeRegex(pattern, flags.join(''));
  },
});

/** With the flag `g` it goes on where it stopped the last time. */
export const testRegex = defineApi('testRegex', {
  accepts: ['object', 'string'],
  perform: ({ args, text }) => {
    const [regex] = args;
    if (regex instanceof SandboxRegex) return regex.native.test(text(1));
    throw new SandboxError('testRegex takes what createRegex answered.');
  },
});

/** `(?i)` at the start and `(?P<name>…)` are RE2's way to write what RegExp writes otherwise. */
function makeRegex(pattern: string, flags: string): SandboxRegex | null {
  const isCaseless = pattern.startsWith('(?i)');
  const source = pattern.replace(/^\(\?i\)/, '').replace(/\(\?P</g, '(?<');
  try {
    return new SandboxRegex(
      new RegExp(source, isCaseless && !flags.includes('i') ? `${flags}i` : flags),
    );
  } catch {
    return null;
  }
}
