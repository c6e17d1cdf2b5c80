import { describe, expect, test } from '@jest/globals';
import { buildContainer, settingsSchema } from '../../../src/generator/container/index.ts';
import type { ContainerPlan } from '../../../src/generator/container/index.ts';
import type { Template, TemplateParameter } from '../../../src/tpl/index.ts';
import { makeTemplate } from '../../sandbox/container/site.ts';

const parameters: TemplateParameter[] = [
  { type: 'TEXT', name: 'text', defaultValue: 'usual' },
  { type: 'LABEL', name: 'label' },
  {
    type: 'GROUP',
    name: 'group',
    subParams: [
      { type: 'CHECKBOX', name: 'check' },
      { type: 'TEXT', name: 'days', valueValidators: [{ type: 'POSITIVE_NUMBER' }] },
      { type: 'SELECT', name: 'choice', selectItems: [{ value: 'a', displayValue: 'A' }] },
      {
        type: 'SIMPLE_TABLE',
        name: 'table',
        simpleTableColumns: [{ type: 'TEXT', name: 'cell', displayName: '', defaultValue: '' }],
      },
    ],
  },
];
const template: Template = { ...makeTemplate('data.gtmOnSuccess();'), parameters, notes: '' };
const plan: ContainerPlan = {
  name: 'Site',
  publicId: 'GTM-1',
  usage: 'WEB',
  folder: 'Folder',
  templates: [template],
  triggers: [{ name: 'Page', type: 'PAGEVIEW' }],
  variables: [{ name: 'Mine', type: 'c', fields: { value: 'x' } }],
  tags: [
    {
      name: 'One',
      template: 'Tag',
      fields: { check: true, days: 3, table: [{ cell: '{{Mine}}' }] },
      firesOn: ['Page'],
    },
  ],
};

describe('a container of a plan', () => {
  test('gives names their ids, and forms their defaults', () => {
    const { containerVersion: version } = buildContainer(plan);
    const [tag] = version.tag ?? [];
    expect(tag?.firingTriggerId).toEqual([version.trigger?.[0]?.triggerId]);
    expect(tag?.parentFolderId).toBe(version.folder?.[0]?.folderId);
    expect(tag?.type).toBe(`cvt_${version.containerId}_${version.customTemplate?.[0]?.templateId}`);
    expect(tag?.parameter).toEqual([
      { type: 'TEMPLATE', key: 'text', value: 'usual' },
      { type: 'BOOLEAN', key: 'check', value: 'true' },
      { type: 'TEMPLATE', key: 'days', value: '3' },
      { type: 'TEMPLATE', key: 'choice' },
      {
        type: 'LIST',
        key: 'table',
        list: [{ type: 'MAP', map: [{ type: 'TEMPLATE', key: 'cell', value: '{{Mine}}' }] }],
      },
    ]);
    expect(version).not.toHaveProperty('client');
  });

  test.each([
    [{ tags: [{ ...plan.tags?.[0], firesOn: ['Never'] }] }, 'has no such trigger'],
    [{ tags: [{ ...plan.tags?.[0], template: 'None' }] }, 'has no such template'],
    [{ variables: [] }, 'has {{Mine}}, and the container has no such variable'],
    [{ triggers: [plan.triggers?.[0], plan.triggers?.[0]] }, '"Page" stands already'],
  ])('is refused when %j', (change, message) => {
    const wrong: unknown = { ...plan, ...change };
    expect(() => buildContainer(wrong as ContainerPlan)).toThrow(message);
  });
});

test('a form is described by a JSON Schema', () => {
  expect(settingsSchema(parameters)).toEqual({
    text: { type: 'string' },
    check: { type: 'boolean' },
    days: { type: 'number', exclusiveMinimum: 0 },
    choice: { enum: ['a'] },
    table: {
      type: 'array',
      items: {
        type: 'object',
        required: ['cell'],
        additionalProperties: false,
        properties: { cell: { type: 'string' } },
      },
    },
  });
});
