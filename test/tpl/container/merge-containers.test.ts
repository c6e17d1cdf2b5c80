import { expect, test } from '@jest/globals';
import { keepsAll, mergeContainers, validateContainer } from '../../../src/tpl/container/index.ts';
import type { ContainerExport } from '../../../src/tpl/container/index.ts';
import { exampleContainer } from './example-container.ts';

/** The example in another account, with other names. */
function otherContainer(): ContainerExport {
  const text = JSON.stringify(exampleContainer())
    .replaceAll('"containerId":"1"', '"containerId":"7"')
    .replaceAll('cvt_1_', 'cvt_7_')
    .replaceAll('{{Mine}}', '{{Other Mine}}')
    .replaceAll(/"name":"(?!Event)/g, '"name":"Other ');
  return JSON.parse(text);
}

test('what comes gets ids of its own, and names what came with it', () => {
  const { merged, conflicts } = mergeContainers(otherContainer(), exampleContainer());
  const { tag = [], variable = [], builtInVariable = [] } = merged.containerVersion;
  expect(conflicts).toEqual([]);
  expect(validateContainer(merged).problems).toEqual([]);
  expect(tag.map(({ name, type }) => [name, type])).toEqual([
    ['Other Tag', 'cvt_7_1'],
    ['Other Other tag', 'cvt_7_1'],
    ['Tag', `cvt_7_${merged.containerVersion.customTemplate?.[1]?.templateId}`],
    ['Other tag', `cvt_7_${merged.containerVersion.customTemplate?.[1]?.templateId}`],
  ]);
  expect(tag[2]?.parentFolderId).toBe(merged.containerVersion.folder?.[1]?.folderId);
  expect(tag[2]?.firingTriggerId).toEqual([merged.containerVersion.trigger?.[1]?.triggerId]);
  expect(variable).toHaveLength(2);
  expect(builtInVariable).toHaveLength(1);
});

test('nothing that is there is touched', () => {
  const before = otherContainer();
  const { merged } = mergeContainers(before, exampleContainer());
  expect(before).toEqual(otherContainer());
  expect(keepsAll(before, merged)).toBe(true);
});

test('a name that is taken is told, and stays as it was', () => {
  const before = exampleContainer();
  const coming = exampleContainer();
  for (const tag of coming.containerVersion.tag ?? []) tag.parameter = [];
  const { merged, conflicts } = mergeContainers(before, coming);
  expect(conflicts).toContainEqual({ kind: 'tag', name: 'Tag' });
  expect(merged).toEqual(before);
});

test('a changed or missing entry is noticed', () => {
  const after = exampleContainer();
  const [trigger] = after.containerVersion.trigger ?? [];
  Object.assign(trigger ?? {}, { name: 'Renamed' });
  expect(keepsAll(exampleContainer(), after)).toBe(false);
});
