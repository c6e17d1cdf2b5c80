import { describe, expect, test } from '@jest/globals';
import { runScenarios } from '../../../src/sandbox/scenarios/index.ts';
import type { Permission, Template } from '../../../src/tpl/index.ts';
import {
  anyCookie,
  anyCookieRead,
  grant,
  grantConsent,
  grantGlobals,
} from '../permissions/grant.ts';

const permissions = [
  anyCookie,
  anyCookieRead,
  grant('access_template_storage'),
  grant('send_pixel', { allowedUrls: 'any' }),
  grantConsent('ad_storage'),
  grantGlobals({ readable: 'r' }),
];

const tagCode = `const setCookie = require('setCookie');
const storage = require('localStorage');
if (data.read) storage.getItem('key');
if (data.later) require('callLater')(() => data.gtmOnSuccess());
if (data.readGlobal) require('copyFromWindow')(data.readGlobal);
setCookie('id', data.id || 'none', { path: '/' });
if (!data.later) data.gtmOnSuccess();
return 'value';`;

interface Parts {
  code?: string;
  setup?: string;
  type?: 'TAG' | 'MACRO' | 'CLIENT';
  context?: 'WEB' | 'SERVER';
  granted?: Permission[];
}

function makeTemplate(scenarios: string[], parts: Parts): Template {
  return {
    info: {
      type: parts.type ?? 'TAG',
      id: 'cvt_temp_public_id',
      version: 1,
      displayName: 'Tag',
      description: '',
      containerContexts: [parts.context ?? 'WEB'],
    },
    parameters: [],
    code: parts.code ?? tagCode,
    permissions: parts.granted ?? permissions,
    tests: {
      scenarios: scenarios.map((code, index) => ({ name: `scenario ${index + 1}`, code })),
      ...(parts.setup === undefined ? {} : { setup: parts.setup }),
    },
  };
}

/** The failures of each scenario. */
async function failuresOf(scenarios: string[], parts: Parts = {}): Promise<string[][]> {
  const results = await runScenarios(makeTemplate(scenarios, parts), { file: 'tag.tpl' });
  return results.map(({ failures }) => failures);
}

describe('a scenario passes', () => {
  test.each([
    [
      `runCode({}); assertApi('gtmOnSuccess').wasCalled(); assertApi('gtmOnFailure').wasNotCalled();`,
    ],
    [`runCode({ id: 'x' }); assertApi('setCookie').wasCalledWith('id', 'x', { path: '/' });`],
    [`runCode({}); assertThat(require('getCookieValues')('id')).isEqualTo(['none']);`],
    [
      `mock('setCookie', undefined); runCode({}); assertThat(require('getCookieValues')('id')).isEmpty();`,
    ],
    [
      `mock('setCookie', (name) => { assertThat(name).isEqualTo('id'); }); runCode({}); assertApi('setCookie').wasCalled();`,
    ],
    [
      `mockObject('localStorage', { getItem: () => 5 }); runCode({ read: true }); assertApi('localStorage.getItem').wasCalledWith('key');`,
    ],
    [`mock('copyFromWindow', 1); runCode({ readGlobal: 'forbidden' });`],
    [`assertThat(runCode({})).isUndefined();`],
    [
      `runCode({ later: true }); assertApi('gtmOnSuccess').wasNotCalled();
      require('callLater')(() => { assertApi('gtmOnSuccess').wasCalled(); });`,
    ],
    [`let seen; runCode({ gtmOnSuccess: () => { seen = true; } }); assertThat(seen).isTrue();`],
    [
      `mock('isConsentGranted', false); assertThat(require('isConsentGranted')('ad_storage')).isFalse();`,
    ],
    [
      `require('updateConsentState')({ ad_storage: 'denied' });
      require('callLater')(() => assertThat(require('isConsentGranted')('ad_storage')).isFalse());`,
    ],
  ])('%s', async (code) => {
    expect(await failuresOf([code])).toEqual([[]]);
  });

  test('with what a variable returns', async () => {
    const code = `assertThat(runCode({})).isEqualTo('value');`;
    expect(await failuresOf([code], { type: 'MACRO' })).toEqual([[]]);
  });

  test.each([
    ['data.id = "x"; runCode({}); assertApi("setCookie").wasCalledWith("id", "x", { path: "/" });'],
    [
      'data.id = "x"; runCode({ id: "y" }); assertApi("setCookie").wasCalledWith("id", "y", { path: "/" });',
    ],
  ])('with what it sets in its own data: %s', async (code) => {
    expect(await failuresOf([code])).toEqual([[]]);
  });

  test('with what it sees of a function that a variable returns', async () => {
    const scenario = 'const add = runCode({ by: 2 }); assertThat(add(3)).isEqualTo(5);';
    const parts: Parts = { type: 'MACRO', code: 'return (n) => n + data.by;' };
    expect(await failuresOf([scenario], parts)).toEqual([[]]);
  });

  test.each([
    `mock('getUserAgent', 'an agent'); assertThat(runCode({})).isEqualTo('an agent'); assertApi('getUserAgent').wasCalled();`,
    `mock('getUserAgent', () => 'an agent'); assertThat(runCode({})).isEqualTo('an agent');`,
  ])('with a mock of an API that Google does not document: %s', async (scenario) => {
    const parts: Parts = { type: 'MACRO', code: "return require('getUserAgent')();" };
    expect(await failuresOf([scenario], parts)).toEqual([[]]);
  });

  test('with a mock of an undocumented API that is an object', async () => {
    const parts: Parts = { type: 'MACRO', code: "return require('TestHelper').help(1);" };
    const scenario = `mockObject('TestHelper', { help: (n) => n + 1 }); assertThat(runCode({})).isEqualTo(2);`;
    expect(await failuresOf([scenario], parts)).toEqual([[]]);
  });

  test('with the names of the setup', async () => {
    const setup = `const base = { id: 'from setup' };\nmock('setCookie', undefined);`;
    const code = `runCode(base); assertApi('setCookie').wasCalledWith('id', base.id, { path: '/' });`;
    expect(await failuresOf([code, code], { setup })).toEqual([[], []]);
  });
});

describe('a scenario fails', () => {
  test.each([
    [
      `assertThat(1).isEqualTo(2);`,
      'tag.tpl, scenario "scenario 1" (1:15): Expected 1 to equal 2.',
    ],
    [
      `\n  assertThat({ a: ['x'] }, 'the list').isEqualTo({});`,
      'tag.tpl, scenario "scenario 1" (2:40): the list: Expected { a: ["x"] } to equal {}.',
    ],
    [`fail('reason');`, 'tag.tpl, scenario "scenario 1" (1:1): reason'],
    [
      `runCode({}); assertApi('setCookie').wasNotCalled();`,
      'tag.tpl, scenario "scenario 1" (1:37): Expected setCookie not to have been called. Its calls were ("id", "none", { path: "/" }).',
    ],
    [
      `assertApi('sendPixel').wasCalled();`,
      'Expected sendPixel to have been called. It was not called.',
    ],
    [
      `runCode({}); assertApi('setCookie').wasCalledWith('id');`,
      'Expected setCookie to have been called with ("id"). Its calls were ("id", "none", { path: "/" }).',
    ],
    [
      `runCode({ readGlobal: 'forbidden' });`,
      'tag.tpl, code (5:22): Prohibited read on global variable: forbidden.',
    ],
    [
      `runCode({ read: true });`,
      'tag.tpl, code (3:24): The requested permission access_local_storage is not configured.',
    ],
    [`undefined.x;`, 'tag.tpl, scenario "scenario 1" (1:'],
    [`mockObject('localStorage', 1);`, 'mockObject of localStorage takes an object of functions.'],
    [`new Date();`, 'tag.tpl, scenario "scenario 1" (1:1): '],
    [
      `require('callLater')(() => { fail('too late'); });`,
      'tag.tpl, scenario "scenario 1" (1:30): too late',
    ],
  ])('%s', async (code, message) => {
    const [[failure = ''] = [], other] = await failuresOf([code, 'assertThat(1).isTruthy();']);
    expect(failure).toContain(message);
    expect(other).toEqual([]);
  });

  test('with a place in the setup', async () => {
    const [failures] = await failuresOf(['runCode({});'], { setup: '\nundefined.x;' });
    expect(failures?.[0]).toContain('tag.tpl, scenario "scenario 1", setup (2:');
  });

  test('when the template has code that Google refuses', async () => {
    const [failures, other] = await failuresOf(['runCode({});', ''], { code: 'new Date();' });
    expect(failures).toEqual([expect.stringContaining('tag.tpl, code (1:1)')]);
    expect(other).toEqual([]);
  });
});

test('an undocumented API without a mock fails with the reason', async () => {
  const [failures] = await failuresOf(['runCode({});'], { code: "require('getUserAgent');" });
  expect(failures).toEqual([
    'tag.tpl, code (1:1): Google does not document the API getUserAgent, so that nobody knows what it does. A scenario can mock it.',
  ]);
});

describe('scenarios of one run', () => {
  test('have a fresh page and no mocks of each other', async () => {
    const first = `mock('setCookie', undefined); runCode({});`;
    const second = `runCode({}); assertThat(require('getCookieValues')('id')).hasLength(1);`;
    const third = `assertThat(require('getCookieValues')('id')).hasLength(0); assertApi('setCookie').wasNotCalled();`;
    expect(await failuresOf([first, second, third])).toEqual([[], [], []]);
  });

  test('share templateStorage', async () => {
    const first = `require('templateStorage').setItem('a', 1);`;
    const second = `assertThat(require('templateStorage').getItem('a')).isEqualTo(1);`;
    expect(await failuresOf([first, second])).toEqual([[], []]);
  });

  test('are reported by name, in order', async () => {
    expect(await runScenarios(makeTemplate(['fail();', ''], {}))).toMatchObject([
      {
        name: 'scenario 1',
        passed: false,
        failures: ['template.tpl, scenario "scenario 1" (1:1): The scenario called fail().'],
      },
      { name: 'scenario 2', passed: true, failures: [] },
    ]);
  });
});

describe('scenarios of a server template', () => {
  const code = `const send = require('sendHttpRequest');
send('https://a.example/', { method: 'POST' }, 'body').then((answer) => {
  if (answer.statusCode < 300) data.gtmOnSuccess();
  else data.gtmOnFailure();
}, data.gtmOnFailure);`;
  const granted = [grant('send_http', { allowedUrls: 'any' })];
  const setup = `const Promise = require('Promise');
const callLater = require('callLater');
const answer = (statusCode) => Promise.create((resolve) => resolve({ statusCode: statusCode }));`;

  test.each([
    [
      `mock('sendHttpRequest', () => answer(200)); runCode({}); callLater(() => assertApi('gtmOnSuccess').wasCalled());`,
    ],
    [
      `mock('sendHttpRequest', () => answer(500)); runCode({}); callLater(() => assertApi('gtmOnFailure').wasCalled());`,
    ],
    [
      `mock('sendHttpRequest', answer(200)); runCode({}); answer(1).then(() => callLater(() => assertApi('gtmOnSuccess').wasCalled()));`,
    ],
    [
      `mock('sendHttpRequest', () => ({ then: (ok) => ok({ statusCode: 200 }) })); runCode({}); assertApi('gtmOnSuccess').wasCalled();`,
    ],
    [
      `runCode({}); assertApi('sendHttpRequest').wasCalledWith('https://a.example/', { method: 'POST' }, 'body');`,
    ],
    [`Promise.all([answer(1), answer(2)]).then((all) => assertThat(all).hasLength(2));`],
  ])('pass: %s', async (scenario) => {
    const parts: Parts = { code, granted, setup, context: 'SERVER' };
    expect(await failuresOf([scenario], parts)).toEqual([[]]);
  });

  test.each([
    [
      `answer(1).then((value) => { assertThat(value.statusCode).isEqualTo(2); });`,
      'Expected 1 to equal 2.',
    ],
    [`answer(1).then(() => answer(2)).then(() => callLater(() => fail('late')));`, 'late'],
    [`assertThat(answer(1)).isDefined();`, "Assertions on asynchronous code aren't supported."],
    [`require('copyFromWindow');`, 'copyFromWindow is not a valid API name.'],
  ])('fail: %s', async (scenario, message) => {
    const parts: Parts = { code, granted, setup, context: 'SERVER' };
    const [failures] = await failuresOf([scenario], parts);
    expect(failures?.[0]).toContain(message);
  });

  test('see what earlier ones have put into templateDataStorage', async () => {
    const first = "require('templateDataStorage').setItemCopy('a', [1]);";
    const second = "assertThat(require('templateDataStorage').getItemCopy('a')).isEqualTo([1]);";
    const parts: Parts = { context: 'SERVER', granted: [grant('access_template_storage')] };
    expect(await failuresOf([first, second], parts)).toEqual([[], []]);
  });

  test('run a client', async () => {
    const client =
      "require('claimRequest')(); require('runContainer')({ event_name: 'e' }, () => require('returnResponse')());";
    const scenario =
      "runCode({}); assertApi('claimRequest').wasCalled(); callLater(() => callLater(() => assertApi('returnResponse').wasCalled()));";
    const permissions = [grant('run_container'), grant('return_response')];
    const parts: Parts = {
      code: client,
      setup,
      granted: permissions,
      context: 'SERVER',
      type: 'CLIENT',
    };
    expect(await failuresOf([scenario], parts)).toEqual([[]]);
  });
});

describe('a failure', () => {
  test('carries the line, what was expected and what is', async () => {
    const [result] = await runScenarios(
      makeTemplate(['const a = [1];\nassertThat(a).isEqualTo([2]);'], {}),
    );
    expect(result?.details).toEqual([
      {
        message: 'template.tpl, scenario "scenario 1" (2:15): Expected [1] to equal [2].',
        reason: 'Expected [1] to equal [2].',
        place: { in: 'scenario', line: 2, column: 15, text: 'assertThat(a).isEqualTo([2]);' },
        expected: '[2]',
        actual: '[1]',
      },
    ]);
  });

  test('of a call is laid beside the call that is most like it', async () => {
    const code = `mock('sendPixel', 1); const send = require('sendPixel');
send('a', 1); send('b', 2); send('c', 3); assertApi('sendPixel').wasCalledWith('b', 1, 2);`;
    const [result] = await runScenarios(makeTemplate([code], {}));
    expect(result?.details[0]).toMatchObject({ expected: '["b", 1, 2]', actual: '["a", 1]' });
  });
});

test('a callback given to runCode is found among the arguments of an API', async () => {
  const scenario = `
    const given = { gtmOnSuccess: () => {}, gtmOnFailure: () => {} };
    mock('sendPixel', 1);
    runCode(given);
    assertApi('sendPixel').wasCalledWith('https://example.com/', given.gtmOnSuccess);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();`;
  const code = `require('sendPixel')('https://example.com/', data.gtmOnSuccess);
data.gtmOnFailure();`;
  expect(await failuresOf([scenario, scenario], { code })).toEqual([[], []]);
});

test('a mock of what is no API stands in for nothing', async () => {
  expect(await failuresOf([`mock('requestMethod', 'GET'); runCode({});`])).toEqual([[]]);
});
