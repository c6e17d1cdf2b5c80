import type { PermissionValue, Template } from '../tpl/index.ts';
import { BuildError } from './build-error.ts';
import { findField } from './field-choices.ts';

const USUAL_NAME = 'dataLayer';
const FIELD = 'dataLayerName';

/** As the notes list what a permission covers: `(dataLayer read write; …)`. */
const IN_NOTES = /([(;] ?)dataLayer(?= (?:read|write|execute)\b)/g;

/**
 * A copy of a template for a site whose data layer has another name. Permissions name the data
 * layer, so that the name is in them, in the field's default, and in the notes that explain them.
 */
export function renameDataLayer(template: Template, name: string, file: string): Template {
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    refuse(file, `"${name}" is no name of a variable`, 'dataLayer');
  const renamed = structuredClone(template);
  const field = findField(renamed.parameters, FIELD);
  if (field?.type !== 'TEXT') return refuse(file, `There is no text field named ${FIELD}`, FIELD);
  field.defaultValue = name;
  const keys = renamed.permissions
    .filter(({ instance }) => instance.key.publicId === 'access_globals')
    .flatMap(({ instance }) => instance.param ?? [])
    .flatMap(({ value }) => findTexts(value).filter(({ string }) => string === USUAL_NAME));
  if (keys.length === 0) return refuse(file, `access_globals has no key ${USUAL_NAME}`, USUAL_NAME);
  for (const key of keys) key.string = name;
  if (renamed.notes !== undefined) {
    renamed.notes = renamed.notes.replace(IN_NOTES, (_, before: string) => before + name);
  }
  return renamed;
}

function findTexts(value: PermissionValue): Extract<PermissionValue, { type: 1 }>[] {
  switch (value.type) {
    case 1:
      return [value];
    case 2:
      return value.listItem.flatMap(findTexts);
    case 3:
      return value.mapValue.flatMap(findTexts);
    case 8:
      return [];
  }
}

function refuse(file: string, message: string, expected: string): never {
  const instead = `A data layer of another name needs ${expected}.`;
  throw new BuildError([{ file, line: 1, column: 1, message, instead }]);
}
