import { compileProgram, runProgram } from '../../src/sandbox/evaluate/index.ts';
import { parseTemplate, runScenarios } from '../../src/sandbox/index.ts';

/** Loops, calls, closures, lists and strings, in about equal parts. */
const program = `
let sum = 0;
for (let i = 0; i < 200000; i++) { sum = (sum + i * 3) % 1000003; }
const fib = (n) => n < 2 ? n : fib(n - 1) + fib(n - 2);
sum += fib(20);
const list = [];
for (let i = 0; i < 50000; i++) list.push(i);
sum += list.map((x) => x + 1).filter((x) => x % 2 === 0).reduce((x, y) => x + y, 0);
let text = '';
for (let i = 0; i < 20000; i++) { text = (text + i).slice(-20); }
return sum + text.length;`;

const template = `___INFO___

{"type":"TAG","id":"cvt_temp_public_id","version":1,"displayName":"Bench","description":"","containerContexts":["WEB"]}


___TEMPLATE_PARAMETERS___

[]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const log = require('logToConsole');
const makeTableMap = require('makeTableMap');
const encodeUriComponent = require('encodeUriComponent');
const sendPixel = require('sendPixel');
const map = makeTableMap(data.rows, 'key', 'value') || {};
const parts = [];
for (const key in map) parts.push(key + '=' + encodeUriComponent(map[key]));
if (parts.length > 100) log('many');
sendPixel('https://example.com/collect?' + parts.join('&'), data.gtmOnSuccess, data.gtmOnFailure);


___WEB_PERMISSIONS___

[{"instance":{"key":{"publicId":"send_pixel","versionId":"1"},"param":[{"key":"allowedUrls","value":{"type":1,"string":"any"}}]},"isRequired":true}]


___TESTS___

scenarios:
${Array.from(
  { length: 100 },
  (_, index) => `- name: scenario ${index}
  code: |-
    const data = { rows: [{key: 'a', value: '${index}'}, {key: 'b', value: 'x y'}] };
    mock('logToConsole', () => {});
    runCode(data);
    assertApi('sendPixel').wasCalled();
    require('callLater')(() => assertThat(data.rows).hasLength(2));`,
).join('\n')}
setup: |-
  const Object = require('Object');
  const expected = Object.keys({a: 1, b: 2});
`;

/** Speed of the evaluator, time to a first result, and scenarios per second. */
export async function benchSandbox(): Promise<string[]> {
  return [benchEvaluator(), ...(await benchScenarios())];
}

function benchEvaluator(): string {
  const compiled = compileProgram(program, 'bench.js');
  const rounds = 20;
  runProgram(compiled, new Map(), { stepBudget: Number.MAX_SAFE_INTEGER });
  const steps = Number.MAX_SAFE_INTEGER - compiled.budget.left;
  const begin = performance.now();
  for (let round = 0; round < rounds; round++) runProgram(compiled, new Map());
  const millis = performance.now() - begin;
  const perSecond = Math.round((steps * rounds * 1000) / millis);
  return `evaluator: ${perSecond} steps (rounds and calls) a second`;
}

async function benchScenarios(): Promise<string[]> {
  const start = performance.now();
  const { template: parsed } = parseTemplate(template);
  const [first] = await runScenarios(parsed, { only: (name) => name === 'scenario 0' });
  if (!first?.passed) throw new Error(first?.failures.join('\n'));
  const firstMillis = Math.round(performance.now() - start);
  const begin = performance.now();
  const runs = 8;
  for (let run = 0; run < runs; run++) await runScenarios(parsed);
  const millis = performance.now() - begin;
  const perSecond = Math.round((runs * 100 * 1000) / millis);
  return [
    `one template: ${firstMillis} ms to read it and run one scenario`,
    `scenarios: ${perSecond} a second; 800 take ${Math.round(millis)} ms`,
  ];
}
