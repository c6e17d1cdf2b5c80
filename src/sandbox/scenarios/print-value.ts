import { getOwn, ownKeys, SandboxFunction, SandboxList } from '../values/index.ts';
import type { SandboxHolder, SandboxValue } from '../values/index.ts';
import { showValue } from './show-value.ts';

/** What is no longer than this stays on one line. */
const longestLine = 60;

/** The value over several lines, so that two can be compared line by line. */
export function printValue(value: SandboxValue, parents: readonly SandboxHolder[] = []): string {
  const short = showValue(value, parents);
  if (short.length <= longestLine || typeof value !== 'object' || value === null) return short;
  if (parents.includes(value) || value instanceof SandboxFunction) return short;
  const path = [...parents, value];
  if (value instanceof SandboxList) {
    return wrap(
      '[]',
      value.items.map((item) => printValue(item, path)),
    );
  }
  const pairs = ownKeys(value).map((key) => `${key}: ${printValue(getOwn(value, key), path)}`);
  return wrap('{}', pairs);
}

function wrap(brackets: '[]' | '{}', parts: readonly string[]): string {
  const lines = parts.map((part) => `  ${part.replaceAll('\n', '\n  ')},\n`);
  return `${brackets.charAt(0)}\n${lines.join('')}${brackets.charAt(1)}`;
}
