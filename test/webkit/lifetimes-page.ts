import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { LIFETIME_FACTS } from '../../src/doctor/lifetime-facts.ts';
import { readEngineVersion } from './engine-version.ts';
import type { Outcome } from './lifetime-cases.ts';
import { printChart } from './print-chart.ts';
import { printFacts, printOutcomes } from './print-lifetimes.ts';

export const PAGE = 'src/endpoint/lifetimes.md';
export const CHART = 'src/endpoint/lifetimes.svg';

/** Puts what was measured into the page on lifetimes, with its chart and the engine's version. */
export async function writeLifetimesPage(outcomes: Outcome[]): Promise<void> {
  let page = await readFile(PAGE, 'utf8');
  page = replacePart(page, 'facts', printFacts(LIFETIME_FACTS));
  page = replacePart(page, 'outcomes', printOutcomes(outcomes));
  page = replacePart(page, 'engine', `Measured with ${await readEngineVersion()}.\n`);
  const style = await resolveConfig(PAGE);
  await writeFile(PAGE, await format(page, { ...style, parser: 'markdown' }));
  await writeFile(CHART, printChart(outcomes));
}

/** Replaces what stands between `<!-- name -->` and `<!-- end -->`. */
function replacePart(page: string, name: string, part: string): string {
  const [before, rest] = page.split(`<!-- ${name} -->\n`);
  const end = rest?.indexOf('<!-- end -->') ?? -1;
  if (rest === undefined || end < 0)
    throw new Error(`${PAGE}: no part between <!-- ${name} --> and <!-- end -->`);
  return `${before}<!-- ${name} -->\n\n${part}\n${rest.slice(end)}`;
}
