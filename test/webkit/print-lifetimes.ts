import type { LifetimeFact } from '../../src/doctor/lifetime-facts.ts';
import type { Outcome, Visit } from './lifetime-cases.ts';

/** The facts as a Markdown table, one line a browser. */
export function printFacts(facts: readonly LifetimeFact[]): string {
  const browsers = [...new Set(facts.map(({ browser }) => browser))];
  const lines = browsers.map((name) => {
    const own = facts.filter(({ browser }) => browser === name);
    const cells = (['script', 'server'] as const).map((who) =>
      own
        .filter(({ writer }) => writer === who)
        .map(printLimit)
        .join('; '),
    );
    const sources = [...new Set(own.map(({ source }) => `[source](${source})`))];
    return [name, ...cells, sources.join(', ')];
  });
  return printTable([['Browser', 'Written by a script', 'Written by a server', ''], ...lines]);
}

/** What was measured as a Markdown table, one line a case. */
export function printOutcomes(outcomes: Outcome[]): string {
  const days = outcomes[0]?.visits.map(({ day }) => `Day ${day}`) ?? [];
  const lines = outcomes.map(({ setup, isPrevented, visits }) => [
    setup,
    isPrevented ? 'on' : 'off',
    ...visits.map(printVisit),
  ]);
  return printTable([['Setup', 'Tracking prevention', ...days], ...lines]);
}

function printLimit({ maxDays, when }: LifetimeFact): string {
  const limit = maxDays === undefined ? 'no limit' : `${maxDays} day${maxDays === 1 ? '' : 's'}`;
  return `${limit} ${when}`.trim();
}

function printVisit({ day, isKnown, sessionNumber }: Visit): string {
  if (day > 0 && !isKnown) return '**another visitor**';
  return `${isKnown ? 'same' : 'new'}, session ${sessionNumber}`;
}

function printTable([head = [], ...lines]: string[][]): string {
  const print = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...lines].map(print).join('');
}
