import type { Template, TemplateParameter } from '../../tpl/index.ts';
import { flattenFields } from '../container/form-parameters.ts';
import { textOf } from '../text-of.ts';

const KINDS = {
  TAG: { list: 'Tag Templates', place: 'Tags' },
  MACRO: { list: 'Variable Templates', place: 'Variables' },
  CLIENT: { list: 'Client Templates', place: 'Clients' },
} as const;

/** The README of a template's own repository: what it is, how to install it, its form, and its permissions. */
export function writeGalleryReadme({ info, parameters, notes = '' }: Template): string {
  const name = textOf(info.displayName);
  const { list, place } = KINDS[info.type];
  const [, permissions = ''] = notes.split(/Permissions and why:\n/);
  return [
    `# ${name}`,
    textOf(info.description),
    '## Install',
    [
      `1. Open **Templates** in your container, and **Search Gallery** under ${list}.`,
      `2. Choose **${name}**, **Add to workspace**, and look at the permissions: they are explained below.`,
      `3. Open **${place}**, choose **New**, and pick **${name}**.`,
      '4. Fill in the form, look at the result in **Preview**, and publish.',
    ].join('\n'),
    '## Fields',
    ['| field | what it does |', '| --- | --- |', ...flattenFields(parameters).map(row)].join('\n'),
    ...(permissions === '' ? [] : ['## Permissions', permissions.trim()]),
    '## Licence',
    'Apache-2.0.\n',
  ].join('\n\n');
}

function row(field: TemplateParameter): string {
  const label =
    field.type === 'CHECKBOX' ? (field.checkboxText ?? '') : (field.displayName ?? field.name);
  return `| ${textOf(label)} | ${textOf(field.help ?? '')} |`;
}
