import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { baseConfig, baseSnapshot, type DecisionRow } from '../conformance/rows/base.ts';
import { decisionRows } from '../conformance/rows/decisions.ts';
import { snowplowDecisionRows } from '../conformance/rows/snowplow-decisions.ts';
import { treasureDataDecisionRows } from '../conformance/rows/treasure-data-decisions.ts';
import { bundlePage } from './bundle-page.ts';
import { describeInEngines } from './describe-in-engines.ts';
import type { RowResult } from './loader-conformance-page.ts';
import { useEngine } from './use-engine.ts';

// The core's rows, read and written by the loader in browsers with real cookies.

/** A page always finds out what these rows leave open. */
const notInPages = ['without the digits of its cookie names Snowplow’s user is kept in memory'];
const rows = [...decisionRows, ...snowplowDecisionRows, ...treasureDataDecisionRows].filter(
  ({ that }) => !notInPages.includes(that),
);

describeInEngines('with real cookies', (engine) => {
  const started = useEngine(engine, async () => {
    const script = await bundlePage('loader-conformance-page.ts');
    return { '/': `<!doctype html><title>Rows</title><script>${script}</script>` };
  });
  let page: Page;

  beforeAll(async () => {
    page = await started().browser.newPage();
  });

  test.each(rows)('$that', async (row) => {
    const host = row.snapshot.host ?? baseSnapshot.host;
    if (new URL(page.url()).hostname !== host) await page.goto(`https://${host}/`);
    const result = await run(page, row);
    const { plan } = result;
    expect(plan).toMatchObject(plain(row.plan));
    if (row.page) expect(plan).toMatchObject(plain({ page: row.page }));
    expect(result.after).toEqual(expected(result, row));
  });
});

function run(page: Page, { config, snapshot }: DecisionRow): Promise<RowResult> {
  const text = JSON.stringify({
    config: { ...baseConfig, ...config },
    snapshot: { ...baseSnapshot, ...snapshot },
  });
  return page.evaluate(`JSON.parse(JSON.stringify(runRow(${text})))`) as Promise<RowResult>;
}

/** The cookies there were, without those that the plan erases or the row says are removed, and with what the plan writes. */
function expected({ plan, before }: RowResult, { snapshot }: DecisionRow): string[] {
  const writes = plan.writes.filter(({ store }) => store === 'cookie');
  const names = [...plan.erase, ...writes].map(({ name }) => name);
  const removed = Object.entries(snapshot.stored ?? {}).flatMap(([name, values]) =>
    values.filter(({ isRemoved }) => isRemoved).map(({ value }) => `${name}=${value}`),
  );
  const kept = before.filter((pair) => {
    const [name = ''] = pair.split('=');
    return !names.includes(name);
  });
  for (const pair of removed) if (kept.includes(pair)) kept.splice(kept.indexOf(pair), 1);
  return [...kept, ...writes.map(({ name, value }) => `${name}=${value}`)].sort();
}

/** A row as JSON has it: what is undefined is absent. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
