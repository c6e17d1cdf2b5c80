import { describe, expect, test } from '@jest/globals';
import { runTemplate } from '../../../src/sandbox/index.ts';
import type { Template } from '../../../src/sandbox/index.ts';
import { grantGlobals } from '../permissions/grant.ts';

function templateOf(code: string, type: Template['info']['type'], permissions = []): Template {
  const info = { id: 'cvt_temp_public_id', version: 1, displayName: 'T', description: '' };
  return {
    info: { ...info, type, containerContexts: ['WEB'] },
    parameters: [],
    code,
    permissions,
    tests: { scenarios: [] },
  };
}

describe('the status of a run', () => {
  test.each<[string, string, Template['info']['type'] | undefined, string]>([
    ['a tag that calls gtmOnSuccess', 'data.gtmOnSuccess();', 'TAG', 'success'],
    ['a tag that calls gtmOnFailure', 'data.gtmOnFailure();', 'TAG', 'failure'],
    [
      'a tag whose first call was gtmOnFailure',
      'data.gtmOnFailure(); data.gtmOnSuccess();',
      'TAG',
      'failure',
    ],
    ['a tag that succeeds later', "require('callLater')(data.gtmOnSuccess);", 'TAG', 'success'],
    ['a tag that calls neither', 'const x = 1;', 'TAG', 'pending'],
    [
      'a tag that throws after gtmOnSuccess',
      'data.gtmOnSuccess(); undefined.x;',
      'TAG',
      'exception',
    ],
    [
      'a tag whose later callback throws',
      "require('callLater')(() => { undefined.x; }); data.gtmOnSuccess();",
      'TAG',
      'success',
    ],
    ['a variable', 'return 1;', 'MACRO', 'returned'],
    ['a variable that throws', 'undefined.x;', 'MACRO', 'exception'],
    ['code that returns', 'return 1;', undefined, 'returned'],
    ['code that does not', 'const x = 1;', undefined, 'pending'],
  ])('%s', async (_name, code, type, status) => {
    const source = type ? { template: templateOf(code, type) } : { code };
    expect(await runTemplate(source)).toMatchObject({ status });
  });
});

test('values and functions of data are native on the way in, results on the way out', async () => {
  const seen: unknown[] = [];
  const { value } = await runTemplate({
    code: 'data.tell({ list: [1] }); return { twice: data.numbers.map(n => n * 2) };',
    data: { numbers: [1, 2], tell: (given: unknown) => seen.push(given) },
  });
  expect(value).toEqual({ twice: [2, 4] });
  expect(seen).toEqual([{ list: [1] }]);
});

test('the callbacks that the caller gives are called', async () => {
  let successes = 0;
  const data = { gtmOnSuccess: () => successes++ };
  expect(await runTemplate({ code: 'data.gtmOnSuccess();', data })).toMatchObject({
    status: 'success',
  });
  expect(successes).toBe(1);
});

test('calls of APIs and callbacks are listed in their order', async () => {
  const code = `require('setInWindow')('a', [1]);
require('localStorage').setItem('k', 'v');
data.gtmOnSuccess();`;
  const { calls } = await runTemplate({ code });
  expect(calls).toEqual([
    { api: 'setInWindow', args: ['a', [1]] },
    { api: 'localStorage.setItem', args: ['k', 'v'] },
    { api: 'gtmOnSuccess', args: [] },
  ]);
});

test('the window of the caller is acted on itself, and gets what it lacks', async () => {
  const window = { greet: (name: string) => `hello ${name}` };
  const code = `require('setInWindow')('said', require('callInWindow')('greet', 'you'));
require('setCookie')('a', 'b', {});
return require('getCookieValues')('a');`;
  expect(await runTemplate({ code, window })).toMatchObject({ value: ['b'] });
  expect(window).toMatchObject({ said: 'hello you' });
  expect(Object.keys(window)).not.toContain('document');
});

test('a frozen window that lacks a document is refused', async () => {
  const run = runTemplate({ code: '', window: Object.freeze({}) });
  await expect(run).rejects.toThrow('window has no document and takes none');
});

test('a document of the caller is used', async () => {
  const document = { cookie: 'a=1; a=2', title: 'Title', characterSet: 'UTF-8', referrer: '' };
  const code = "return [require('getCookieValues')('a'), require('readTitle')()];";
  expect(await runTemplate({ code, window: { document } })).toMatchObject({
    value: [['1', '2'], 'Title'],
  });
});

test('clock, randomness and network are those of the caller', async () => {
  const requests: string[] = [];
  const code = `require('sendPixel')('https://a.example/p', data.gtmOnSuccess, data.gtmOnFailure);
return [require('getTimestampMillis')(), require('generateRandom')(0, 9)];`;
  const { status, value } = await runTemplate({
    code,
    clock: () => 1000,
    random: () => 0.5,
    network: {
      loadImage: (url) => {
        requests.push(url);
        return Promise.resolve(false);
      },
    },
  });
  expect({ status, value, requests }).toEqual({
    status: 'failure',
    value: [1000, 5],
    requests: ['https://a.example/p'],
  });
});

describe('permissions', () => {
  const code = "return require('copyFromWindow')('a');";

  test('code alone may do everything', async () => {
    expect(await runTemplate({ code, window: { a: 1 } })).toMatchObject({ value: 1 });
  });

  test('are those of the template', async () => {
    const run = await runTemplate({ template: templateOf(code, 'MACRO'), window: { a: 1 } });
    expect(run.error?.message).toContain('access_globals');
  });

  test('can be given', async () => {
    const permissions = [grantGlobals({ a: 'r' })];
    expect(await runTemplate({ code, permissions, window: { a: 1 } })).toMatchObject({ value: 1 });
    expect(await runTemplate({ code, permissions: [] })).toMatchObject({ status: 'exception' });
    const template = templateOf(code, 'MACRO');
    const run = runTemplate({ template, permissions: 'any', window: { a: 1 } });
    expect(await run).toMatchObject({ value: 1 });
  });
});

test('an error has its place', async () => {
  const { error } = await runTemplate({ code: 'const a = 1;\na.b.c;', file: 'tag.js' });
  expect(error?.message).toBe("tag.js (2:1): Cannot read properties of undefined (reading 'c')");
});

test('code that the sandbox refuses rejects', async () => {
  await expect(runTemplate({ code: 'new Date();' })).rejects.toThrow('There is no new');
});

describe('a server template', () => {
  test('reads the request and the event, and sends requests', async () => {
    const code = `const get = require('sendHttpGet');
get('https://a.example/' + require('getEventData')('id')).then((answer) => {
  require('setResponseBody')(require('getRequestHeader')('X-Name') + answer.body);
  data.gtmOnSuccess();
}, data.gtmOnFailure);`;
    const { status, calls } = await runTemplate({
      code,
      context: 'server',
      eventData: { id: 'x' },
      request: { url: 'https://s.example/', headers: { 'x-name': 'name ' } },
      network: (request) => Promise.resolve({ statusCode: 200, body: request.url }),
    });
    expect(status).toBe('success');
    expect(calls.find(({ api }) => api === 'setResponseBody')?.args).toEqual([
      'name https://a.example/x',
    ]);
  });

  test('has no APIs of a page', async () => {
    const code = "require('copyFromWindow');";
    const { error } = await runTemplate({ code, context: 'server' });
    expect(error?.message).toContain('copyFromWindow is not a valid API name.');
  });
});
