import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { printContainer, validateContainer } from '../../../src/tpl/container/index.ts';
import { exampleContainer } from './example-container.ts';

/** The example with the value at a path changed; `undefined` takes it away. */
function changed(path: string, value: unknown): unknown {
  const container: object = exampleContainer();
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<object>((inner, step) => Object(Reflect.get(inner, step)), container);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return container;
}

describe('a container export', () => {
  test('is sound as Google writes it', () => {
    expect(validateContainer(exampleContainer()).problems).toEqual([]);
  });

  test.each([
    ['/exportFormatVersion', 1, 'is 1; accepted: 2'],
    ['/exportTime', 'today', 'is "today"'],
    ['/containerVersion/container', undefined, 'has no "container", which is required'],
    ['/containerVersion/tag/0/tagId', 5, 'is 5; accepted: a string'],
    ['/containerVersion/tag/0/tagFiringOption', 'OFTEN', 'is "OFTEN"; accepted: "ONCE_PER_EVENT"'],
    ['/containerVersion/tag/0/parameter/0/type', 'TEXT', 'is "TEXT"; accepted: "TEMPLATE"'],
    ['/containerVersion/trigger/0/type', 'customEvent', 'is "customEvent"'],
  ])('is refused by its schema with %s = %j', (path, value, message) => {
    const { problems } = validateContainer(changed(path, value));
    expect(problems.map((problem) => `${problem.severity} ${problem.message}`)).toEqual([
      expect.stringContaining(`error ${message}`),
    ]);
  });

  test.each([
    ['/tag/0/firingTriggerId/0', '77', 'is "77", and the container has no such trigger'],
    ['/tag/0/blockingTriggerId', ['78'], 'is "78", and the container has no such trigger'],
    ['/tag/0/parentFolderId', '79', 'is "79", and the container has no such folder'],
    ['/tag/0/type', 'cvt_1_80', 'is "cvt_1_80", and the container has no such template'],
    ['/tag/0/setupTag', [{ tagName: 'No' }], 'is "No", and the container has no such tag'],
    ['/tag/0/parameter/0/value', '{{No}}', 'has {{No}}, and the container has no such variable'],
    ['/variable/0/name', 'Event', '"Event" stands already at /containerVersion/variable/0/name'],
    ['/tag/1/tagId', '2', '"2" stands already at /containerVersion/tag/0/tagId'],
    ['/tag/1/name', 'Tag', '"Tag" stands already at /containerVersion/tag/0/name'],
    ['/customTemplate/0/templateData', 'no template', 'INFO'],
  ])('is refused with %s = %j', (path, value, message) => {
    const { problems } = validateContainer(changed(`/containerVersion${path}`, value));
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => problem.message)).toContainEqual(
      expect.stringContaining(message),
    );
  });

  test.each([
    ['/tag/0/parameter/0/key', 'colour', 'is "colour", which is no field of the template'],
    ['/tag/0/containerId', '2', 'is "2"; accepted: "1"'],
    [
      '/customTemplate/0/templateData',
      exampleContainer().containerVersion.customTemplate?.[0]?.templateData.replace('\n\n', '\n'),
      'is not in canonical form',
    ],
  ])('is warned of with %s = %j', (path, value, message) => {
    const { problems } = validateContainer(changed(`/containerVersion${path}`, value));
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(message) },
    ]);
  });

  test('may name triggers and variables that every container has', () => {
    const container = exampleContainer();
    const [tag] = container.containerVersion.tag ?? [];
    Object.assign(tag ?? {}, {
      firingTriggerId: ['2147479553', '2147479572', '2147479573'],
      parameter: [{ type: 'TEMPLATE', key: 'text', value: '{{_event}} {{Event}} {{Mine}}' }],
    });
    expect(validateContainer(container).problems).toEqual([]);
  });

  test.each(['web', 'server'])('of ours is sound: %s', (kind) => {
    const text = readFileSync(`template/${kind}-container.json`, 'utf8');
    const read = validateContainer(JSON.parse(text));
    expect(read.problems).toEqual([]);
    expect('container' in read && printContainer(read.container)).toBe(text);
  });
});
