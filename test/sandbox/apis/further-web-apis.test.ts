import { describe, expect, test } from '@jest/globals';
import { apiNamesOf } from '../../../src/sandbox/apis/apis-of.ts';
import { undocumentedWebApis } from '../../../src/sandbox/apis/undocumented-apis.ts';
import { createCookieJar, createMemoryPage, readCookies } from '../../../src/sandbox/page/index.ts';
import { anyCookie, grant } from '../permissions/grant.ts';
import { examplePage, prepareSnippet, runSnippet } from './run-snippet.ts';

const permissions = [
  grant('inject_hidden_iframe', { urls: ['https://example.com/*'] }),
  grant('inject_script', { urls: ['https://example.com/*'] }),
  grant('read_analytics_storage'),
  grant('logging', { environments: 'all' }),
];

function prepare(isLoaded = true) {
  const load = () => Promise.resolve(isLoaded);
  const page = createMemoryPage({
    url: 'https://www.example.com/',
    network: { loadFrame: load, loadScript: load },
  });
  return { page, run: prepareSnippet({ page, permissions }) };
}

describe('injectHiddenIframe', () => {
  test.each([
    [true, [['yes', 0]]],
    [false, []],
  ])('whose frame loads %s logs %j', async (isLoaded, logs) => {
    const { page, run } = prepare(isLoaded);
    run(`require('injectHiddenIframe')('https://example.com/f', () =>
      require('logToConsole')('yes', arguments.length));`);
    expect(page.logs).toEqual([]);
    await page.drain();
    expect(page.logs).toEqual(logs);
    expect(page.requests).toEqual([{ kind: 'frame', url: 'https://example.com/f' }]);
  });

  test('swallows what the callback throws', async () => {
    const { page, run } = prepare();
    run(`require('injectHiddenIframe')('https://example.com/f', () => undefined.x);`);
    await page.drain();
    expect(page.errors).toEqual([]);
  });

  test.each([
    [`'https://other.com/f'`, 'Prohibited iframe URL: https://other.com/f.'],
    [`1`, 'Argument error in injectHiddenIframe'],
    [`'https://example.com/f', 'x'`, 'Argument error in injectHiddenIframe'],
  ])('throws at (%s)', (args, message) => {
    expect(() => prepare().run(`require('injectHiddenIframe')(${args});`)).toThrow(message);
  });
});

describe('the object form of injectScript', () => {
  test('adds the other properties as attributes', async () => {
    const { page, run } = prepare();
    run(`require('injectScript')({ src: 'https://example.com/a.js', 'data-id': 7 }, () =>
      require('logToConsole')('yes'));`);
    await page.drain();
    expect(page.logs).toEqual([['yes']]);
    expect(page.requests).toEqual([
      { kind: 'script', url: 'https://example.com/a.js', attributes: { 'data-id': '7' } },
    ]);
  });

  test.each([
    [`{ src: 'https://other.com/a.js' }`, 'Prohibited script URL'],
    [`{ 'data-id': 1 }`, 'src is not a string'],
    [`[]`, 'Argument error in injectScript'],
  ])('throws at %s', (args, message) => {
    expect(() => prepare().run(`require('injectScript')(${args});`)).toThrow(message);
  });
});

describe('readAnalyticsStorage', () => {
  const ga1 = ['_ga=GA1.1.111.222', '_ga_AAA=GS1.1.1700000000.3.1.17.0.0.0'];
  const ga2 = ['_ga=GA1.2.111.222', '_ga_BBB=GS2.1.s1700000001$o4$g1$t17$j60$l0$h0'];
  const session = { measurement_id: 'G-AAA', session_id: '1700000000', session_number: 3 };

  test.each([
    [ga1, '', { client_id: '111.222', sessions: [session] }],
    [
      ga2,
      '',
      {
        client_id: '111.222',
        sessions: [{ measurement_id: 'G-BBB', session_id: '1700000001', session_number: 4 }],
      },
    ],
    [['_ga=GA1.1.111.222', '_ga_AAA=odd'], '', { client_id: '111.222', sessions: [] }],
    [['x_ga=GA1.1.5.6', ...ga1], `{ cookie_prefix: 'x' }`, { client_id: '5.6', sessions: [] }],
    [['_ga_AAA=GS1.1.1.1'], '', undefined],
    [['_ga=odd'], '', undefined],
    [[], '', undefined],
  ])('of %j with (%s) is %j', (cookies, args, expected) => {
    const { page, run } = prepare();
    for (const cookie of cookies) page.window.document.cookie = cookie;
    expect(run(`return require('readAnalyticsStorage')(${args});`)).toEqual(expected);
  });

  test('needs its permission and takes an object only', () => {
    const code = `require('readAnalyticsStorage')();`;
    expect(() => runSnippet(code)).toThrow('read_analytics_storage is not configured');
    expect(() => prepare().run(`require('readAnalyticsStorage')('x');`)).toThrow('Argument error');
  });
});

describe('setCookie with the domain auto', () => {
  const url = 'https://a.b.example.com/';
  const auto = (name: string) =>
    `require('setCookie')('${name}', '1', { domain: 'auto', path: '/' });`;

  test('tries the domain that worked first before all others', () => {
    const cookieJar = createCookieJar();
    const page = createMemoryPage({ url, cookieJar });
    const run = prepareSnippet({
      page,
      permissions: [
        grant('set_cookies', {
          allowedCookies: [
            { name: 'first', domain: 'b.example.com', path: '/', secure: 'any', session: 'any' },
            { name: 'second', domain: '*', path: '*', secure: 'any', session: 'any' },
          ],
        }),
      ],
    });
    run(auto('first') + auto('second'));
    const context = { url, nowMillis: Date.now(), by: 'script' } as const;
    const domains = readCookies(cookieJar, context).map(({ key, domain }) => [key, domain]);
    expect(domains).toEqual([
      ['first', 'b.example.com'],
      ['second', 'b.example.com'],
    ]);
  });

  test('of another container starts anew', () => {
    const page = examplePage(url);
    for (const name of ['a', 'b']) {
      prepareSnippet({ page, permissions: [anyCookie] })(auto(name));
    }
    expect(page.window.document.cookie).toBe('a=1; b=1');
  });
});

describe('an undocumented API', () => {
  test.each([...undocumentedWebApis])('%s is refused', (name) => {
    expect(() => runSnippet(`require('${name}');`)).toThrow(
      `Google does not document the API ${name}, so that nobody knows what it does. A scenario can mock it.`,
    );
    expect(apiNamesOf('WEB').has(name) || apiNamesOf('SERVER').has(name)).toBe(false);
  });

  test('internal.* is refused', () => {
    expect(() => runSnippet(`require('internal.getCookie');`)).toThrow('is not a valid API name.');
  });
});
