import { describe, expect, test } from '@jest/globals';
import { createContainer, createMemoryPage, importContainer } from '../../../src/sandbox/index.ts';
import type { ContainerExport, TagStatus } from '../../../src/sandbox/index.ts';
import type {
  ContainerCondition,
  ContainerTag,
  ContainerTrigger,
  ContainerVariable,
} from '../../../src/tpl/container/index.ts';
import { printTemplate } from '../../../src/tpl/index.ts';
import { exampleContainer } from '../../tpl/container/example-container.ts';
import { makeTemplate } from './site.ts';

const owner = { accountId: '9', containerId: '1' };
const URL = 'https://www.example.com/cart?a=1';

interface Parts {
  tag?: Partial<ContainerTag>;
  moreTags?: Partial<ContainerTag>[];
  trigger?: Partial<ContainerTrigger>;
  variables?: Partial<ContainerVariable>[];
  code?: string;
  messages?: object[];
}

/** An export with these parts, imported on a page; gives what its tags logged. */
async function run(parts: Parts) {
  const exported: ContainerExport = exampleContainer();
  const version = exported.containerVersion;
  const [tag] = version.tag ?? [];
  const [trigger] = version.trigger ?? [];
  if (!tag || !trigger) throw new Error('The example has both.');
  const code = parts.code ?? 'log(data.text);\ndata.gtmOnSuccess();';
  const template = { ...makeTemplate(code), parameters: [{ type: 'TEXT' as const, name: 'text' }] };
  version.customTemplate = [
    { ...owner, templateId: '1', name: 'Template', templateData: printTemplate(template) },
  ];
  version.trigger = [{ ...trigger, ...parts.trigger }];
  version.tag = [
    { ...tag, ...parts.tag },
    ...(parts.moreTags ?? []).map((more) => ({ ...tag, ...more })),
  ];
  version.variable = (parts.variables ?? []).map((variable, index) => {
    return { ...owner, variableId: String(50 + index), name: 'Mine', type: 'c', ...variable };
  });
  version.builtInVariable = ['EVENT', 'PAGE_URL', 'PAGE_PATH', 'PAGE_HOSTNAME', 'REFERRER'].map(
    (type) => {
      return { ...owner, type, name: type };
    },
  );
  const page = createMemoryPage({ url: URL, nowMillis: () => 0 });
  page.window.document.cookie = 'a=b';
  page.window['here'] = { there: 'window' };
  page.window['dataLayer'] = [{ shop: { name: 'layer' } }];
  const container = createContainer({ page });
  const statuses: TagStatus[] = [];
  container.onTagStatus((status) => statuses.push(status));
  importContainer({ container, page }, exported);
  container.start();
  for (const message of parts.messages ?? []) (page.window['dataLayer'] as object[]).push(message);
  await page.drain();
  return { page, statuses, logs: page.logs.map(([first]) => first) };
}

const text = (value: string) => ({ parameter: [{ type: 'TEMPLATE', key: 'text', value }] });
const parameters = (values: Record<string, string>) =>
  Object.entries(values).map(([key, value]) => ({ type: 'TEMPLATE', key, value }));
const condition = (
  type: string,
  arg0: string,
  arg1: string,
  negate = 'false',
): ContainerCondition => ({
  type,
  parameter: parameters({ arg0, arg1, negate }),
});

describe('a trigger', () => {
  test.each([
    ['CONSENT_INIT', 'gtm.init_consent'],
    ['INIT', 'gtm.init'],
    ['PAGEVIEW', 'gtm.js'],
    ['DOM_READY', 'gtm.dom'],
    ['WINDOW_LOADED', 'gtm.load'],
    ['HISTORY_CHANGE', 'gtm.historyChange'],
  ])('of type %s fires on %s alone', async (type, event) => {
    const events = ['gtm.dom', 'gtm.load', 'gtm.historyChange'].map((name) => ({ event: name }));
    const { statuses } = await run({ trigger: { type }, messages: events, tag: text('') });
    expect(statuses.map((status) => status.event)).toEqual([event]);
  });

  test.each([
    [condition('EQUALS', '{{_event}}', 'buy'), ['buy']],
    [condition('MATCH_REGEX', '{{EVENT}}', '^b'), ['buy', 'browse']],
    [condition('CONTAINS', '{{PAGE_URL}}', 'nowhere'), []],
    [
      condition('STARTS_WITH', '{{_event}}', 'br', 'true'),
      ['gtm.init_consent', 'gtm.init', 'gtm.js', 'buy'],
    ],
    [condition('CSS_SELECTOR', '{{_event}}', 'buy'), []],
  ])('of a custom event fires when %j', async (customEvent, events) => {
    const { statuses } = await run({
      trigger: { type: 'CUSTOM_EVENT', customEventFilter: [customEvent] },
      messages: [{ event: 'buy' }, { event: 'browse' }],
      tag: text(''),
    });
    expect(statuses.map(({ event }) => event)).toEqual(events);
  });

  test.each([
    ['2147479553', ['gtm.js']],
    ['2147479572', ['gtm.init_consent']],
    ['2147479573', ['gtm.init']],
  ])('that every container has fires too: %s', async (id, events) => {
    const { statuses } = await run({ tag: { ...text(''), firingTriggerId: [id] } });
    expect(statuses.map(({ event }) => event)).toEqual(events);
  });

  test('that blocks keeps a tag from firing', async () => {
    const tag = { ...text(''), firingTriggerId: ['2147479553', '4'], blockingTriggerId: ['4'] };
    expect((await run({ tag })).statuses).toEqual([]);
  });

  test('that is a timer counts its ticks, and stops', async () => {
    const value = (number: number) => ({ type: 'TEMPLATE', value: String(number) });
    const { page, statuses } = await run({
      tag: text(''),
      trigger: {
        type: 'TIMER',
        eventName: { type: 'TEMPLATE', value: 'tick' },
        interval: value(5000),
        limit: value(2),
      },
    });
    for (let ticks = 0; ticks < 4; ticks += 1) {
      page.advance(5000);
      await page.drain();
    }
    expect(statuses.map(({ event }) => event)).toEqual(['tick', 'tick']);
  });
});

describe('a variable', () => {
  test.each([
    ['c', { value: 'constant' }, 'constant'],
    ['j', { name: 'here.there' }, 'window'],
    ['j', { name: 'nowhere.there' }, undefined],
    ['k', { name: 'a' }, 'b'],
    ['v', { name: 'shop.name' }, 'layer'],
    ['v', { name: 'shop.none' }, undefined],
    ['jsm', { javascript: 'function() { return 1; }' }, undefined],
    ['smm', { input: '{{PAGE_PATH}}', defaultValue: 'other' }, undefined],
  ])('of type %s with %j is %j', async (type, values, expected) => {
    const variables = [{ type, parameter: parameters(values) }];
    const { logs } = await run({ tag: text('{{Mine}}'), variables });
    expect(logs).toEqual([expected]);
  });

  test('of a template is what it returns, and false when it throws', async () => {
    const variables = [{ type: 'cvt_1_1', ...text('{{PAGE_HOSTNAME}}') }];
    const code = 'if (!data.gtmOnSuccess) return data.text;\nlog(data.text);\ndata.gtmOnSuccess();';
    expect((await run({ tag: text('{{Mine}}'), variables, code })).logs).toEqual([
      'www.example.com',
    ]);
    const failing = `if (!data.gtmOnSuccess) undefined.x();\n${code}`;
    expect((await run({ tag: text('{{Mine}}'), variables, code: failing })).logs).toEqual([false]);
  });

  test('that needs itself, or that there is not, is undefined', async () => {
    const variables = [{ type: 'c', parameter: parameters({ value: 'a {{Mine}}' }) }];
    expect((await run({ tag: text('{{Mine}} {{None}}'), variables })).logs).toEqual([
      'a undefined undefined',
    ]);
  });
});

describe('a tag', () => {
  test('of higher priority goes first, and a paused one not at all', async () => {
    const priority = { type: 'INTEGER', value: '5' };
    const moreTags = [
      { tagId: '8', name: 'First', priority, ...text('first') },
      { tagId: '9', name: 'Paused', paused: true, ...text('paused') },
    ];
    expect((await run({ tag: text('second'), moreTags })).logs).toEqual(['first', 'second']);
  });

  test('that fires once fires once', async () => {
    const tag = { ...text('once'), tagFiringOption: 'ONCE_PER_LOAD' };
    const trigger = {
      type: 'CUSTOM_EVENT',
      customEventFilter: [condition('EQUALS', '{{_event}}', 'buy')],
    };
    const messages = [{ event: 'buy' }, { event: 'buy' }];
    expect((await run({ tag, trigger, messages })).logs).toEqual(['once']);
  });

  test('that needs consent waits for none', async () => {
    const consentType = { type: 'LIST', list: [{ type: 'TEMPLATE', value: 'ad_storage' }] };
    const tag = { ...text(''), consentSettings: { consentStatus: 'NEEDED', consentType } };
    expect((await run({ tag })).statuses).toMatchObject([{ status: 'success' }]);
  });

  test('of a type of Google’s own does not run', async () => {
    expect((await run({ tag: { type: 'gaawe' } })).statuses).toEqual([]);
  });
});
