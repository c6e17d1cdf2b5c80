import type { TemplateParameter } from '../tpl/index.ts';

/** Finds a field by its name, inside groups too. */
export function findField(
  fields: readonly TemplateParameter[],
  name: string,
): TemplateParameter | undefined {
  for (const field of fields) {
    if (field.name === name) return field;
    const found = findField(nestedFields(field), name);
    if (found) return found;
  }
  return undefined;
}

function nestedFields(field: TemplateParameter): readonly TemplateParameter[] {
  const own = 'subParams' in field ? (field.subParams ?? []) : [];
  if (field.type !== 'RADIO') return own;
  return [...own, ...field.radioItems.flatMap((item) => item.subParams ?? [])];
}

/** The values that a field can have: its choices, or for free text the default. */
export function fieldChoices(fields: readonly TemplateParameter[], name: string): string[] {
  const field = findField(fields, name);
  if (field?.type === 'SELECT') return field.selectItems.map(({ value }) => String(value));
  if (field?.type === 'RADIO') return field.radioItems.map(({ value }) => String(value));
  return field?.type === 'TEXT' && field.defaultValue !== undefined
    ? [String(field.defaultValue)]
    : [];
}
