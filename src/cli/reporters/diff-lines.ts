/** More lines than this are not compared one by one: the table would have their square. */
const mostLines = 1000;

/** Lines of both texts: `- ` only in the expected one, `+ ` only in the actual one, `  ` in both. */
export function diffLines(expected: string, actual: string): string[] {
  const left = expected.split('\n');
  const right = actual.split('\n');
  if (Math.max(left.length, right.length) > mostLines)
    return mark(left, '-').concat(mark(right, '+'));
  const lengths = commonLengths(left, right);
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      lines.push(`  ${left[i]}`);
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
      lines.push(`- ${left[i++]}`);
    else lines.push(`+ ${right[j++]}`);
  }
  return lines.concat(mark(left.slice(i), '-'), mark(right.slice(j), '+'));
}

function mark(lines: readonly string[], sign: string): string[] {
  return lines.map((line) => `${sign} ${line}`);
}

/** How many lines the rests of both texts have in common, by where the rests begin. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  for (let i = left.length - 1; i >= 0; i--) {
    const row = lengths[i] as number[];
    const below = lengths[i + 1] as number[];
    for (let j = right.length - 1; j >= 0; j--) {
      const longer = Math.max(below[j] as number, row[j + 1] as number);
      row[j] = left[i] === right[j] ? (below[j + 1] as number) + 1 : longer;
    }
  }
  return lengths;
}
