import { defaultOf, flattenFields } from '../../generator/container/form-parameters.ts';
import { isNumeric } from '../../generator/container/settings-schema.ts';
import type { TemplateParameter } from '../../tpl/index.ts';

/** What the form says, by field name. */
export type FormValues = Readonly<Record<string, string | boolean>>;

/** The values of an untouched form. */
export function defaultValues(fields: readonly TemplateParameter[]): FormValues {
  return Object.fromEntries(
    flattenFields(fields).map((field) => {
      const value = defaultOf(field);
      return [field.name, typeof value === 'boolean' ? value : String(value)];
    }),
  );
}

/** Whether a field's conditions are fulfilled; Google shows a field when one of them is. */
export function isShown({ enablingConditions }: TemplateParameter, values: FormValues): boolean {
  if (enablingConditions === undefined || enablingConditions.length === 0) return true;
  return enablingConditions.some(({ paramName, paramValue }) => values[paramName] === paramValue);
}

/** What is wrong with a field's value, for the person who typed it. */
export function problemOf(field: TemplateParameter, values: FormValues): string | undefined {
  if (!isShown(field, values)) return undefined;
  const value = String(values[field.name] ?? '').trim();
  const broken = (field.valueValidators ?? []).find(({ type, args = [] }) => {
    if (type === 'NON_EMPTY') return value === '';
    if (type === 'NON_NEGATIVE_NUMBER') return !/^\d+(\.\d+)?$/.test(value);
    return type === 'REGEX' && !new RegExp(String(args[0])).test(value);
  });
  return broken && (broken.errorMessage ?? MESSAGES[broken.type]);
}

const MESSAGES: Readonly<Record<string, string>> = {
  NON_EMPTY: 'This has to be filled in.',
  NON_NEGATIVE_NUMBER: 'This has to be a number, 0 or more.',
  REGEX: 'Letters, digits, full stop, underscore and hyphen are allowed.',
};

/** The fields that differ from an untouched form and are shown, numbers as numbers. */
export function changedFields(
  fields: readonly TemplateParameter[],
  values: FormValues,
): Record<string, string | number | boolean> {
  const usual = defaultValues(fields);
  const changed = flattenFields(fields).filter(
    (field) => isShown(field, values) && values[field.name] !== usual[field.name],
  );
  return Object.fromEntries(
    changed.map((field) => [field.name, typedValue(field, values[field.name] ?? '')]),
  );
}

function typedValue(field: TemplateParameter, value: string | boolean) {
  if (typeof value === 'boolean') return value;
  return isNumeric(field) ? Number(value) : value.trim();
}
