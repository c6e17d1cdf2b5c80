/** The first place where a text stops being JSON, and what JSON would have there. */
export interface JsonFault {
  offset: number;
  expected: string;
}

interface Cursor {
  text: string;
  offset: number;
}

/** Finds what `JSON.parse` refuses; its own messages do not always tell the place. */
export function findJsonFault(text: string): JsonFault | undefined {
  const cursor = { text, offset: 0 };
  const expected = readValue(cursor) ?? (atEnd(cursor) ? undefined : 'the end of the section');
  return expected === undefined ? undefined : { offset: cursor.offset, expected };
}

/** Each reader moves the cursor over what it knows and returns what is missing, if anything. */
function readValue(cursor: Cursor): string | undefined {
  skipSpace(cursor);
  const first = cursor.text.charAt(cursor.offset);
  if (first === '{') return readList(cursor, '}', readProperty);
  if (first === '[') return readList(cursor, ']', readValue);
  if (first === '"') return readToken(cursor, STRING, 'a closing quote, or a valid escape');
  return readToken(cursor, SCALAR, 'a value');
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/y;

function readProperty(cursor: Cursor): string | undefined {
  skipSpace(cursor);
  const fault = readToken(cursor, STRING, 'a property name in double quotes');
  if (fault !== undefined) return fault;
  skipSpace(cursor);
  if (cursor.text.charAt(cursor.offset) !== ':') return 'a colon';
  cursor.offset += 1;
  return readValue(cursor);
}

function readList(
  cursor: Cursor,
  close: string,
  readItem: (cursor: Cursor) => string | undefined,
): string | undefined {
  cursor.offset += 1;
  skipSpace(cursor);
  if (cursor.text.charAt(cursor.offset) === close) return advance(cursor);
  for (;;) {
    const fault = readItem(cursor);
    if (fault !== undefined) return fault;
    skipSpace(cursor);
    const next = cursor.text.charAt(cursor.offset);
    if (next === close) return advance(cursor);
    if (next !== ',') return `a comma or "${close}"`;
    cursor.offset += 1;
  }
}

function readToken(cursor: Cursor, pattern: RegExp, expected: string): string | undefined {
  pattern.lastIndex = cursor.offset;
  const match = pattern.exec(cursor.text);
  if (!match) return expected;
  cursor.offset += match[0].length;
  return undefined;
}

function advance(cursor: Cursor): undefined {
  cursor.offset += 1;
  return undefined;
}

function skipSpace(cursor: Cursor): void {
  while (/[ \t\n\r]/.test(cursor.text.charAt(cursor.offset))) cursor.offset += 1;
}

function atEnd(cursor: Cursor): boolean {
  skipSpace(cursor);
  return cursor.offset >= cursor.text.length;
}
