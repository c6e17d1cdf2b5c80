import type { TemplateParameter } from '../../tpl/index.ts';
import { flattenFields } from './form-parameters.ts';

/** The properties of a JSON Schema for the values of a form, by field name. */
export function settingsSchema(
  fields: readonly TemplateParameter[],
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(flattenFields(fields).map((field) => [field.name, schemaOf(field)]));
}

function schemaOf(field: TemplateParameter): Record<string, unknown> {
  switch (field.type) {
    case 'CHECKBOX':
      return { type: 'boolean' };
    case 'SELECT':
      return { enum: field.selectItems.map(({ value }) => value) };
    case 'RADIO':
      return { enum: field.radioItems.map(({ value }) => value) };
    case 'SIMPLE_TABLE':
      return tableSchema(field.simpleTableColumns.map(({ name }) => name));
    default:
      return textSchema(field);
  }
}

function tableSchema(columns: readonly string[]): Record<string, unknown> {
  const properties = Object.fromEntries(columns.map((name) => [name, { type: 'string' }]));
  const items = { type: 'object', required: columns, additionalProperties: false, properties };
  return { type: 'array', items };
}

/** Whether the form's own rules want a number. */
export function isNumeric({ valueValidators = [] }: TemplateParameter): boolean {
  return valueValidators.some(({ type }) => type.endsWith('_NUMBER'));
}

/** What the form's own rules say of a text. */
function textSchema(field: TemplateParameter): Record<string, unknown> {
  const { valueValidators = [] } = field;
  const types = valueValidators.map(({ type }) => type);
  if (types.includes('POSITIVE_NUMBER')) return { type: 'number', exclusiveMinimum: 0 };
  if (isNumeric(field)) return { type: 'number', minimum: 0 };
  const [pattern] = valueValidators.find(({ type }) => type === 'REGEX')?.args ?? [];
  return {
    type: 'string',
    ...(types.includes('NON_EMPTY') ? { minLength: 1 } : {}),
    ...(pattern === undefined ? {} : { pattern: String(pattern) }),
  };
}
