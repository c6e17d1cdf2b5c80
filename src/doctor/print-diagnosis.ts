import type { Diagnosis, ExpectedLifetime, Finding, Level } from './types.ts';

/** Puts text into a colour, or leaves it alone. */
type Paint = (text: string, style: keyof typeof styles) => string;

/** SGR codes: on and off. */
const styles = {
  pass: [32, 39],
  warn: [33, 39],
  fail: [31, 39],
  bold: [1, 22],
  faint: [2, 22],
} as const;

const marks: Record<Level, string> = { pass: '✓', warn: '!', fail: '✗' };

/** How the report is to look. */
export interface Looks {
  isColoured: boolean;
  /** The width of the terminal; `undefined` outside of one. Lines are not broken in very narrow ones. */
  columns?: number | undefined;
}

/** Some terminals say 0. */
const leastColumns = 60;

/** The report for people. */
export function printDiagnosis(diagnosis: Diagnosis, { isColoured, columns = 0 }: Looks): string {
  const paint: Paint = (text, style) =>
    isColoured ? `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m` : text;
  const { page, endpoint, findings, lifetimes } = diagnosis;
  const groups = [...new Set(findings.map(({ group }) => group))];
  const width = Math.max(...findings.map(({ check }) => check.length));
  const length = columns < leastColumns ? Infinity : columns;
  return [
    `${paint('page    ', 'faint')}  ${page}`,
    `${paint('endpoint', 'faint')}  ${endpoint}`,
    ...groups.flatMap((group) => [
      '',
      paint(group, 'bold'),
      ...findings
        .filter((finding) => finding.group === group)
        .flatMap((finding) => printFinding(finding, { width, columns: length, paint })),
    ]),
    ...printLifetimes(lifetimes, paint),
    '',
    printCounts(findings, paint),
    '',
  ].join('\n');
}

function printFinding(
  { level, check, found, remedy }: Finding,
  { width, columns, paint }: { width: number; columns: number; paint: Paint },
): string[] {
  const mark = paint(`${marks[level]} ${level}`, level);
  const margin = ' '.repeat(width + 12);
  const [first = '', ...others] = breakLines(found, columns - width - 12);
  const advice = remedy === '' ? [] : breakLines(remedy, columns - width - 14);
  return [
    `  ${mark}  ${check.padEnd(width)}  ${first}`,
    ...others.map((line) => margin + line),
    ...advice.map((line, index) => `${margin}${index === 0 ? paint('→', level) : ' '} ${line}`),
  ];
}

/** Breaks text at its spaces; words that are too long stay whole. */
function breakLines(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > length) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function printLifetimes(lifetimes: ExpectedLifetime[], paint: Paint): string[] {
  if (lifetimes.length === 0) return [];
  const width = Math.max(...lifetimes.map(({ browser }) => browser.length));
  return [
    '',
    paint('How long browsers keep the cookies of the endpoint', 'bold'),
    ...lifetimes.map(({ browser, days, reason }) => {
      const span =
        days === undefined ? '  unknown' : `${days}`.padStart(4) + (days === 1 ? ' day ' : ' days');
      return `  ${browser.padEnd(width)} ${span}  ${paint(reason, 'faint')}`;
    }),
  ];
}

function printCounts(findings: Finding[], paint: Paint): string {
  const levels: Level[] = ['pass', 'warn', 'fail'];
  return levels
    .map((level) => {
      const count = findings.filter((finding) => finding.level === level).length;
      return count > 0 ? paint(`${count} ${level}`, level) : `0 ${level}`;
    })
    .join(', ');
}
