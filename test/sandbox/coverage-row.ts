/** What the samples have of one kind of thing. */
export interface CoverageRow {
  kind: string;
  /** Everything that there is. */
  all: readonly string[];
  /** What the samples use, repetitions and other things too. */
  used: Iterable<string>;
}

/** What no sample uses. */
export function missingOf({ all, used }: CoverageRow): string[] {
  const found = new Set(used);
  return all.filter((name) => !found.has(name));
}

/** A line a kind: how many of how many, and the names of what is missing. */
export function printCoverage(rows: readonly CoverageRow[]): string {
  const width = Math.max(...rows.map(({ kind }) => kind.length));
  const lines = rows.map((row) => {
    const missing = missingOf(row);
    const share = `${row.all.length - missing.length}/${row.all.length}`;
    return `${row.kind.padEnd(width)}  ${share.padStart(7)}  ${missing.join(', ')}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}
