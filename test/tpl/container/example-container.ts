import type { ContainerExport } from '../../../src/tpl/container/index.ts';
import { printTemplate } from '../../../src/tpl/index.ts';
import type { Template } from '../../../src/tpl/index.ts';

const owner = { accountId: '9', containerId: '1' };

const template: Template = {
  info: {
    type: 'TAG',
    id: 'cvt_temp_public_id',
    version: 1,
    displayName: 'Template',
    description: '',
    containerContexts: ['WEB'],
  },
  parameters: [{ type: 'TEXT', name: 'text' }],
  code: 'data.gtmOnSuccess();',
  permissions: [],
  tests: { scenarios: [] },
  notes: '',
};

/** A small container export: two tags of one template, a trigger, a variable, a folder. */
export function exampleContainer(): ContainerExport {
  const entity = { ...owner, fingerprint: '1' };
  const tag = { ...entity, type: 'cvt_1_1', parentFolderId: '5' };
  const parameter = [{ type: 'TEMPLATE', key: 'text', value: '{{Mine}}' }];
  return {
    exportFormatVersion: 2,
    exportTime: '2026-01-01 00:00:00',
    containerVersion: {
      path: 'accounts/9/containers/1/versions/0',
      ...owner,
      containerVersionId: '0',
      container: { ...owner, name: 'Site', publicId: 'GTM-1', usageContext: ['WEB'] },
      tag: [
        { ...tag, tagId: '2', name: 'Tag', parameter, firingTriggerId: ['4'] },
        { ...tag, tagId: '3', name: 'Other tag', firingTriggerId: ['4'] },
      ],
      trigger: [{ ...entity, triggerId: '4', name: 'Page', type: 'PAGEVIEW' }],
      variable: [
        {
          ...entity,
          variableId: '6',
          name: 'Mine',
          type: 'c',
          parameter: [{ type: 'TEMPLATE', key: 'value', value: 'x' }],
        },
      ],
      folder: [{ ...entity, folderId: '5', name: 'Folder' }],
      builtInVariable: [{ ...owner, type: 'EVENT', name: 'Event' }],
      customTemplate: [
        { ...entity, templateId: '1', name: 'Template', templateData: printTemplate(template) },
      ],
    },
  };
}
