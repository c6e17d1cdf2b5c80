import type { ScalarPlace } from './yaml-scalar.ts';

/** A line ends at the first single blank behind this column. */
const BEST_WIDTH = 80;

/** Folds plain or single-quoted text: only a single blank between two words may become a line break. */
export function foldWords(text: string, place: ScalarPlace & { quoted?: boolean }): string {
  const pieces = (place.quoted ? text.replaceAll("'", "''") : text).split(/( +)/);
  let column = place.column;
  let printed = '';
  pieces.forEach((piece, index) => {
    const betweenWords = pieces[index - 1] !== '' && pieces[index + 1] !== '';
    if (piece === ' ' && column > BEST_WIDTH && betweenWords) {
      printed += '\n' + ' '.repeat(place.indent);
      column = place.indent;
      return;
    }
    printed += piece;
    column += piece.length;
  });
  return printed;
}

/** The escapes that YAML names with a letter; the blank and the slash need none. */
const NAMED_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\0', '\\0'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\x1b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\x85', '\\N'],
  ['\u2028', '\\L'],
  ['\u2029', '\\P'],
]);

const PRINTABLE = /^[\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]$/u;

/**
 * Double-quoted text. Behind column 80 the line ends with a backslash, before a blank or after an
 * escape; a blank that begins the next line is escaped too, or the reader would drop it.
 */
export function writeDoubleQuoted(text: string, place: ScalarPlace): string {
  const characters = Array.from(text);
  let column = place.column + 1;
  let printed = '"';
  let afterEscape = false;
  const breakLine = (next: string | undefined): void => {
    const blank = next === ' ' ? '\\' : '';
    printed += '\\\n' + ' '.repeat(place.indent) + blank;
    column = place.indent + blank.length;
  };
  characters.forEach((character, index) => {
    const inside = index > 0 && index < characters.length - 1;
    const escaped = escapeCharacter(character);
    if (escaped === undefined) {
      const mayBreak = inside && (character === ' ' || afterEscape);
      if (mayBreak && column > BEST_WIDTH) breakLine(character);
    }
    printed += escaped ?? character;
    column += (escaped ?? character).length;
    afterEscape = escaped !== undefined;
    // SnakeYAML counts an escape it has just written as one column shorter.
    if (afterEscape && inside && column - 1 > BEST_WIDTH) breakLine(characters[index + 1]);
  });
  return printed + '"';
}

function escapeCharacter(character: string): string | undefined {
  const named = NAMED_ESCAPES.get(character);
  if (named !== undefined) return named;
  if (PRINTABLE.test(character)) return undefined;
  const hex = character.charCodeAt(0).toString(16).toUpperCase();
  return hex.length <= 2 ? '\\x' + hex.padStart(2, '0') : '\\u' + hex.padStart(4, '0');
}
