import { foldWords, writeDoubleQuoted } from './yaml-fold.ts';

/**
 * The TESTS section is YAML as SnakeYAML emits it. Its choice of style is a function of the text:
 * text with a line break is a literal block, one line is plain where plain means the same string and
 * single-quoted where not, and what neither form can hold is double-quoted.
 */
export interface ScalarPlace {
  /** Columns already used in the line, the blank after the colon included. */
  column: number;
  /** Spaces before every further line. */
  indent: number;
}

/** Prints a string as the value of a block mapping. */
export function printScalar(text: string, place: ScalarPlace): string {
  if (needsDoubleQuotes(text)) return writeDoubleQuoted(text, place);
  if (text.includes('\n')) return printLiteral(text, place.indent);
  if (isPlain(text)) return foldWords(text, place);
  return `'${foldWords(text, { ...place, column: place.column + 1, quoted: true })}'`;
}

/** A blank before a line break or at the very end would be invisible in a block; other characters cannot be in one. */
function needsDoubleQuotes(text: string): boolean {
  return / \n/.test(text) || (text.includes('\n') && text.endsWith(' ')) || SPECIAL.test(text);
}

/**
 * Anything but LF, printable ASCII, and printable Unicode; a tab is special too. The line breaks of
 * YAML 1.1 (NEL, LS, PS) are escaped, since YAML 1.2 readers take them for text.
 */
const SPECIAL =
  /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

function printLiteral(text: string, indent: number): string {
  const body = text.replace(/\n+$/, '');
  const finalBreaks = text.length - body.length;
  const indentHint = text.startsWith(' ') || text.startsWith('\n') ? '2' : '';
  const chomping = finalBreaks === 0 ? '-' : finalBreaks === 1 && body !== '' ? '' : '+';
  const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  const extra = body === '' ? finalBreaks - 1 : Math.max(0, finalBreaks - 1);
  return `|${indentHint}${chomping}\n${lines.join('\n')}${'\n'.repeat(extra)}`;
}

const INDICATOR_FIRST = /^(?:[#,[\]{}&*!|>'"%@`]|[?:-](?: |$)|---|\.\.\.)/;
const INDICATOR_INSIDE = /:(?: |$)| #/;

function isPlain(text: string): boolean {
  if (text === '' || text.startsWith(' ') || text.endsWith(' ')) return false;
  if (INDICATOR_FIRST.test(text) || INDICATOR_INSIDE.test(text)) return false;
  return !OTHER_TYPES.some((pattern) => pattern.test(text));
}

/** Plain text that YAML 1.1 reads as something else than a string: https://yaml.org/type/ */
const OTHER_TYPES = [
  /^(?:~|null|Null|NULL)$/,
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][\d_]*|0x[\da-fA-F_]+|[1-9][\d_]*(?::[0-5]?\d)+)$/,
  /^[-+]?\d[\d_]*(?:\.[\d_]*(?:[eE][-+]?\d+)?|[eE][-+]?\d+)$/,
  /^[-+]?(?:\.\d[\d_]*(?:[eE][-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^\d{4}-\d\d-\d\d$/,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?$/,
  /^(?:<<|=)$/,
];
