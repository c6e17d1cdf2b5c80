import type { TemplateParameter } from '../tpl/index.ts';
import { BuildError } from './build-error.ts';
import { findField } from './field-choices.ts';
import type { PermissionDeclarations } from './permission-declarations.ts';

const USUAL_NAME = 'dataLayer';
const FIELD = 'dataLayerName';

export interface DataLayerUse {
  fields: readonly TemplateParameter[];
  declarations: PermissionDeclarations;
}

/** Bakes another data layer name into a copy of the permissions and of the field's default. */
export function renameDataLayer(use: DataLayerUse, name: string, file: string): DataLayerUse {
  if (!/^[A-Za-z_$][\w$]*$/.test(name))
    refuse(file, `"${name}" is no name of a variable`, 'dataLayer');
  const { fields, declarations } = structuredClone(use);
  const field = findField(fields, FIELD);
  if (field?.type !== 'TEXT') return refuse(file, `There is no text field named ${FIELD}`, FIELD);
  field.defaultValue = name;
  const rows = declarations.access_globals?.keys?.filter(({ key }) => key === USUAL_NAME) ?? [];
  if (rows.length === 0) return refuse(file, `access_globals has no key ${USUAL_NAME}`, USUAL_NAME);
  for (const row of rows) row.key = name;
  return { fields, declarations };
}

function refuse(file: string, message: string, expected: string): never {
  const instead = `A data layer of another name needs ${expected}.`;
  throw new BuildError([{ file, line: 1, column: 1, message, instead }]);
}
