import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parseTemplate } from '../../src/tpl/index.ts';
import { Visitor } from '../gtm/visitor.ts';

const FIELDS = { propertyIds: 'P', serverUrl: 'www.example.com/fpid' };
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
  ];
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
