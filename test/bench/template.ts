import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parseTemplate } from '../../src/tpl/index.ts';
import { countSteps } from './count-steps.ts';
import { Visitor } from '../gtm/visitor.ts';

const FIELDS = { propertyIds: 'P', serverUrl: 'www.example.com/fpid' };
const ALL = { ...FIELDS, snowplow: true, treasureData: true };
const FORMATS = {
  'd8a alone': FIELDS,
  'd8a, Snowplow and Treasure Data': { ...ALL, snowplowHash: '8809' },
  'the same, Snowplow’s digits computed': ALL,
};
const RUNS = 200;

/** Size of the template's code, time of one page view in the sandbox, and requests per page view. */
export async function benchTemplate(): Promise<string[]> {
  const text = readFileSync('template/first-party-id-tag.tpl', 'utf8');
  const code = Buffer.from(parseTemplate(text).template.code);
  const visitor = new Visitor({ shortensScriptCookies: false });
  const requests: number[] = [];
  const millis: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    visitor.nowMillis += 60_000;
    const view = await visitor.view(FIELDS);
    requests.push(view.requests);
    millis.push(view.sandboxMillis);
  }
  return [
    `template code: ${code.length} bytes, ${brotliCompressSync(code).length} with brotli`,
    `one identify in the sandbox: median ${median(millis).toFixed(2)} ms of ${RUNS} page views`,
    `requests of the first page view of a session: ${requests[0]}`,
    `requests of ${RUNS - 1} page views inside it: ${sum(requests.slice(1))}`,
    ...(await benchFormats()),
  ];
}

/** What an identify inside a session costs, by the formats that are on; measured in turns. */
async function benchFormats(): Promise<string[]> {
  const sites = Object.entries(FORMATS).map(([name, fields]) => {
    const visitor = new Visitor({ shortensScriptCookies: false });
    const view = () => {
      visitor.nowMillis += 60_000;
      return visitor.view(fields);
    };
    return { name, view, steps: 0, millis: new Array<number>() };
  });
  for (const site of sites) {
    await site.view();
    site.steps = await countSteps(site.view);
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const { view, millis } of sites) millis.push((await view()).sandboxMillis);
  }
  return sites.map(
    ({ name, steps, millis }) =>
      `one identify, ${name}: ${steps} steps, median ${median(millis).toFixed(2)} ms`,
  );
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
