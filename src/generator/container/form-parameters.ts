import type { ContainerParameter } from '../../tpl/container/index.ts';
import type { TemplateParameter } from '../../tpl/index.ts';
import type { FieldValue } from './container-plan.ts';

/** The parameters of a filled-in form, in the form's order: what is given, else the defaults. */
export function formParameters(
  fields: readonly TemplateParameter[],
  given: Readonly<Record<string, FieldValue>>,
): ContainerParameter[] {
  return flattenFields(fields).map((field) =>
    toParameter(field.name, given[field.name] ?? defaultOf(field)),
  );
}

/** The values of a filled-in form as texts, by field name; tables and what is empty are left out. */
export function formTexts(
  fields: readonly TemplateParameter[],
  given: Readonly<Record<string, FieldValue>>,
): Record<string, string> {
  return Object.fromEntries(
    formParameters(fields, given).flatMap(({ key = '', value }) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  );
}

/** The fields that hold values, without the groups around them. */
export function flattenFields(fields: readonly TemplateParameter[]): TemplateParameter[] {
  return fields.flatMap((field) => {
    if (field.type === 'GROUP') return flattenFields(field.subParams);
    return field.type === 'LABEL' ? [] : [field];
  });
}

/** One value in Google's form. */
export function toParameter(key: string, value: FieldValue): ContainerParameter {
  if (typeof value === 'boolean') return { type: 'BOOLEAN', key, value: String(value) };
  if (Array.isArray(value)) return { type: 'LIST', key, list: value.map(toRow) };
  const text = String(value);
  return text === '' ? { type: 'TEMPLATE', key } : { type: 'TEMPLATE', key, value: text };
}

function toRow(row: Record<string, string>): ContainerParameter {
  return {
    type: 'MAP',
    map: Object.entries(row).map(([key, value]) => toParameter(key, value)),
  };
}

/** What an untouched form says. */
export function defaultOf(field: TemplateParameter): FieldValue {
  if (field.type === 'CHECKBOX') return field.defaultValue ?? false;
  if (field.type === 'SIMPLE_TABLE' || field.type === 'PARAM_TABLE') return [];
  return 'defaultValue' in field ? (field.defaultValue ?? '') : '';
}
