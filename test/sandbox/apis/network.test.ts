import { describe, expect, test } from '@jest/globals';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';
import type { MemoryPage } from '../../../src/sandbox/page/index.ts';
import { grant, grantGlobals } from '../permissions/grant.ts';
import { prepareSnippet } from './run-snippet.ts';

const permissions = [
  grant('send_pixel', { allowedUrls: 'specific', urls: ['https://example.com/*'] }),
  grant('inject_script', { urls: ['https://example.com/*'] }),
  grant('logging', { environments: 'all' }),
  grantGlobals({ boom: 'x' }),
];

/** `answers`: whether each request succeeds, in order; afterwards all do. */
function prepare(answers: boolean[] = []) {
  const load = () => Promise.resolve(answers.shift() ?? true);
  const page = createMemoryPage({
    url: 'https://www.example.com/',
    network: { loadImage: load, loadScript: load },
  });
  return { page, run: prepareSnippet({ page, permissions }) };
}

const callbacks = `() => require('logToConsole')('yes', arguments.length), () => require('logToConsole')('no', arguments.length)`;

async function logsOf(page: MemoryPage) {
  await page.drain();
  return page.logs;
}

describe('sendPixel', () => {
  test.each([
    [true, [['yes', 0]]],
    [false, [['no', 0]]],
  ])('that ends with %s calls one callback without arguments', async (answer, logs) => {
    const { page, run } = prepare([answer]);
    expect(run(`return require('sendPixel')('https://example.com/p.gif', ${callbacks});`)).toBe(
      undefined,
    );
    expect(page.logs).toEqual([]);
    expect(await logsOf(page)).toEqual(logs);
    expect(page.requests).toEqual([{ kind: 'image', url: 'https://example.com/p.gif' }]);
  });

  test('swallows what a callback throws', async () => {
    const { page, run } = prepare();
    run(`require('sendPixel')('https://example.com/p.gif', () => { undefined.x; });`);
    await page.drain();
    expect(page.errors).toEqual([]);
  });

  test.each(['https://other.com/', 'http://example.com/', 'https://127.0.0.1:8443/id.gif'])(
    'refuses %s',
    (url) => {
      const { page, run } = prepare();
      expect(() => run(`require('sendPixel')('${url}')`)).toThrow(`Prohibited pixel URL: ${url}.`);
      expect(page.requests).toEqual([]);
    },
  );
});

describe('injectScript', () => {
  const inject = (token: string) =>
    `require('injectScript')('https://example.com/a.js', ${callbacks}${token});`;

  test('loads at each call without a token', async () => {
    const { page, run } = prepare();
    run(inject('') + inject(''));
    expect(await logsOf(page)).toHaveLength(2);
    expect(page.requests).toHaveLength(2);
  });

  test('loads a token once and calls everyone back', async () => {
    const { page, run } = prepare();
    run(inject(`, 't'`) + inject(`, 't'`));
    await page.drain();
    run(inject(`, 't'`));
    expect(page.logs).toHaveLength(2);
    expect(await logsOf(page)).toEqual([
      ['yes', 0],
      ['yes', 0],
      ['yes', 0],
    ]);
    expect(page.requests).toHaveLength(1);
  });

  test('requests a failed token again', async () => {
    const { page, run } = prepare([false]);
    run(inject(`, 't'`));
    await page.drain();
    run(inject(`, 't'`));
    expect(await logsOf(page)).toEqual([
      ['no', 0],
      ['yes', 0],
    ]);
  });
});

describe('callLater', () => {
  test('runs after the code, and swallows what is thrown', async () => {
    const { page, run } = prepare();
    run(`const log = require('logToConsole'); const later = require('callLater');
      later(() => { log('later'); undefined.x; }); later(() => log('last')); log('first');`);
    expect(await logsOf(page)).toEqual([['first'], ['later'], ['last']]);
    expect(page.errors).toEqual([]);
  });
});

describe('sha256', () => {
  test.each([
    ['', 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
    [
      `, undefined, { outputEncoding: 'hex' }`,
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
  ])('of abc with the options %s', async (options, digest) => {
    const { page, run } = prepare();
    run(`require('sha256')('abc', require('logToConsole')${options});`);
    expect(await logsOf(page)).toEqual([[digest]]);
  });
});

describe('logToConsole', () => {
  test('is silent without permission', () => {
    const { page } = prepare();
    prepareSnippet({ page, permissions: [] })(`require('logToConsole')('x');`);
    expect(page.logs).toEqual([]);
  });
});
