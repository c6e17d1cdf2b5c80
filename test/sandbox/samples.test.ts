import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { checkTemplate } from '../../src/sandbox/check/index.ts';
import { runScenarios } from '../../src/sandbox/scenarios/index.ts';
import { parseTemplate, printTemplate } from '../../src/tpl/index.ts';
import { validateTemplate } from '../../src/tpl/validate.ts';
import { START_MILLIS, startBrowserAndSite } from '../browser/browser-and-site.ts';
import type { BrowserAndSite } from '../browser/browser-and-site.ts';
import { bundlePage } from '../browser/bundle-page.ts';
import { coverApis } from './coverage-of-apis.ts';
import { coverFields } from './coverage-of-fields.ts';
import { coverFiles, coverInfo, coverPermissions } from './coverage-of-files.ts';
import { coverTests } from './coverage-of-tests.ts';
import { missingOf, printCoverage } from './coverage-row.ts';
import { webTags } from './samples-fields.ts';
import type {} from './samples-page.ts';

const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
const folder = fileURLToPath(new URL('samples', import.meta.url));
const samples = readdirSync(folder).map((file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  return { file, text, ...parseTemplate(text, file) };
});
const templates = samples.map(({ template }) => template);

describe.each(samples)('the sample $file', ({ file, text, template, warnings }) => {
  test('has sections that are valid', () => {
    expect(validateTemplate(template)).toEqual([]);
  });

  test('is checked without a problem', () => {
    expect(checkTemplate(template)).toEqual([]);
  });

  test('is printed as it was read', () => {
    expect(printTemplate(template)).toBe(text.replaceAll('\r\n', '\n'));
    const isCrlf = text.includes('\r\n');
    expect(warnings.map(({ message }) => message)).toEqual(isCrlf ? ['line ends are CRLF'] : []);
  });

  test('is read alike with another byte order mark and other line ends', () => {
    const plain = text.replace('\uFEFF', '').replaceAll('\r\n', '\n');
    const variants = [plain, `\uFEFF${plain}`, plain.replaceAll('\n', '\r\n')];
    for (const variant of variants) {
      const { byteOrderMark, ...read } = parseTemplate(variant, file).template;
      expect(byteOrderMark).toBe(variant.startsWith('\uFEFF') ? true : undefined);
      expect(printTemplate(read)).toBe(plain);
    }
  });

  test('passes its scenarios', async () => {
    const results = await runScenarios(template, { file });
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(2);
  });
});

test('the samples together use everything that templates have', () => {
  const rows = [
    ...coverApis(templates, 'WEB'),
    ...coverApis(templates, 'SERVER'),
    ...coverTests(templates),
    ...coverFields(templates.map(({ parameters }) => parameters)),
    ...coverPermissions(templates),
    coverInfo(templates),
    coverFiles(samples.map(({ text }) => text)),
  ];
  process.stdout.write(`\nCoverage by ${samples.length} samples\n${printCoverage(rows)}`);
  const gaps = rows.filter((row) => missingOf(row).length > 0);
  expect(gaps.map((row) => `${row.kind}: ${missingOf(row).join(', ')}`)).toEqual([]);
});

describe('in Chromium', () => {
  let world: BrowserAndSite;
  let page: Page;

  beforeAll(async () => {
    world = await startBrowserAndSite({
      '/': '<!doctype html><title>Samples</title><body><script src="/samples.js"></script>',
      '/samples.js': { script: await bundlePage('../sandbox/samples-page.ts') },
      '/banner.js': { script: '' },
      '/chat/abc.js': { script: 'window.calls = window.harbourQueue.length;' },
      '/order/*': '<!doctype html><title>Order</title>',
      'hit.lantern.example/*': sendGif,
      'echo.example.com/*': sendGif,
    });
    page = await world.browser.newPage();
    await page.goto('https://www.example.com/');
  }, START_MILLIS);

  afterAll(() => world.close());

  test('the samples pass their scenarios too', async () => {
    const answers = await page.evaluate(
      (files) => Promise.all(files.map(({ file, text }) => window.runSample(file, text))),
      samples.map(({ file, text }) => ({ file, text })),
    );
    const counts = templates.map(({ tests }) => tests.scenarios.length);
    expect(answers).toEqual(counts.map((count) => ({ count, failures: [] })));
  });

  test('the web tags act on a real page', async () => {
    const texts = Object.fromEntries(samples.map(({ file, text }) => [file, text]));
    const ends = await page.evaluate((given) => window.fireSamples(given), texts);
    expect(ends.sort()).toEqual(webTags.map(([name, event]) => `${event} ${name} success`).sort());
    expect(await page.evaluate('[calls, visitCounter.count]')).toEqual([2, 1]);
    expect(world.site.requestsTo('hit.lantern.example/v1/hit')).toHaveLength(1);
    expect(await page.context().cookies()).toEqual([]);
    await page.evaluate('gatekeeperUpdate(true, false)');
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: 'kept', domain: '.example.com', secure: true }]);
  });
});

function sendGif(): Response {
  return new Response(gif, { headers: { 'content-type': 'image/gif' } });
}
