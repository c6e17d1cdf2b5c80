import { writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { createHandler } from '../../src/endpoint/handler.ts';
import { startBrowserAndSite, type BrowserAndSite } from '../browser/browser-and-site.ts';
import { readContenders, type Contender } from './loader/contenders.ts';
import { drawChart } from './loader/draw-chart.ts';
import { measureView, meter, type View } from './loader/measure-view.ts';

const ROUNDS = 15;
const SLOWDOWN = 4;
const SITE = 'https://www.example.com';
const CHART = 'src/loader/speed.svg';

/** The medians of a contender's first and second page views. */
export interface Result {
  name: string;
  bytes: number;
  first: View;
  second: View;
}

/** The loader beside its peers, in turns, in one Chromium whose processor is slowed down. */
export async function benchLoader(): Promise<string[]> {
  const contenders = await readContenders();
  const world = await startBrowserAndSite(routesFor(contenders));
  try {
    const views = new Map(contenders.map(({ name }) => [name, [] as [View, View][]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name } of contenders) views.get(name)?.push(await visitTwice(world, name));
    }
    const results = contenders.map(({ name, script }) => ({
      name,
      bytes: script === '' ? 0 : brotliCompressSync(script).length,
      first: medianView((views.get(name) ?? []).map(([first]) => first)),
      second: medianView((views.get(name) ?? []).map(([, second]) => second)),
    }));
    await writeFile(CHART, drawChart(results.slice(1), SLOWDOWN));
    return describe(results);
  } finally {
    await world.close();
  }
}

function routesFor(contenders: Contender[]) {
  const sites = [{ origins: [SITE], cookieDomain: 'example.com' }];
  const keys = ['one secret of at least 32 bytes, made for the bench'];
  const done = () => new Response('{}', { headers: { 'access-control-allow-origin': SITE } });
  const pages = contenders.flatMap(({ name, script, start, cookie }) => [
    [
      pathOf(name),
      `<!doctype html><title>A page</title><script>${meter(cookie)}
firstPartyIdConfig = { propertyIds: 'P', serverUrl: '/fpid' };</script>
<script src="${pathOf(name)}.js"></script>`,
    ],
    [
      `${pathOf(name)}.js`,
      {
        script: `${hintOf(script)}benchMeter.startMillis = performance.now();\n${script}
;{ ${start} }\nbenchMeter.endMillis = performance.now();`,
      },
    ],
  ]);
  return {
    ...Object.fromEntries(pages),
    '/collect/*': done,
    '/com.snowplowanalytics.snowplow/*': done,
    '/fpid/*': createHandler({ sites, keys, basePath: '/fpid' }),
  };
}

/** A compile hint counts in the first line only. */
function hintOf(script: string): string {
  return /^\/\/#.*\n/.exec(script)?.[0] ?? '';
}

function pathOf(name: string): string {
  return `/${name.toLowerCase().replaceAll(' ', '-')}`;
}

async function visitTwice({ browser }: BrowserAndSite, name: string): Promise<[View, View]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const address = SITE + pathOf(name);
  const first = await measureView(page, address);
  const second = await measureView(page, address);
  await context.close();
  return [first, second];
}

function medianView(views: View[]): View {
  const of = (key: keyof View) => median(views.map((view) => view[key]));
  return {
    scriptMillis: of('scriptMillis'),
    readyMillis: of('readyMillis'),
    writes: of('writes'),
    reads: of('reads'),
    longTaskMillis: of('longTaskMillis'),
  };
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function describe(results: Result[]): string[] {
  const lines = results.map(({ name, bytes, first, second }) => {
    const pair = (key: keyof View, digits = 0) =>
      `${first[key].toFixed(digits)}/${second[key].toFixed(digits)}`;
    return (
      `loader: ${name}: ${bytes} bytes; first/second view: script ${pair('scriptMillis', 1)} ms, ` +
      `identity cookie ${pair('readyMillis', 1)} ms, writes ${pair('writes')}, reads ${pair('reads')}, ` +
      `long tasks ${pair('longTaskMillis')} ms`
    );
  });
  const [, ours, ...peers] = results;
  const ratio = (view: 'first' | 'second') =>
    (ours?.[view].readyMillis ?? 0) / Math.min(...peers.map((peer) => peer[view].readyMillis));
  return [
    ...lines,
    `loader: identity cookie, as a part of the fastest peer's time: ` +
      `first view ${ratio('first').toFixed(2)}, second ${ratio('second').toFixed(2)} ` +
      `(medians of ${ROUNDS}, processor ${SLOWDOWN} times slowed)`,
  ];
}
