/** Google's consent types, the one for analytics first. */
export const consentTypes = [
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
];

/** A field for text or a number. */
export function text(name: string, displayName: string, help: string, more: object = {}) {
  return { type: 'TEXT', name, displayName, simpleValueType: true, help, ...more };
}

/** A field with choices, `[value, what the form shows]`; the first is the default. */
export function select(
  name: string,
  displayName: string,
  help: string,
  choices: (readonly [string, string])[],
) {
  return {
    type: 'SELECT',
    name,
    displayName,
    macrosInSelect: false,
    selectItems: choices.map(([value, displayValue]) => ({ value, displayValue })),
    simpleValueType: true,
    help,
    defaultValue: choices[0]?.[0] ?? '',
  };
}

/** A box to tick. */
export function checkbox(name: string, checkboxText: string, help: string, more: object = {}) {
  return { type: 'CHECKBOX', name, checkboxText, simpleValueType: true, help, ...more };
}

/** A field that is shown only while a box is ticked. */
export function shownWith<Field extends object>(checkboxName: string, field: Field) {
  const condition = { paramName: checkboxName, paramValue: true, type: 'EQUALS' };
  return { ...field, enablingConditions: [condition] };
}

/** Fields that are hidden until somebody opens them. */
export function group(name: string, displayName: string, subParams: object[]) {
  return { type: 'GROUP', name, displayName, groupStyle: 'ZIPPY_CLOSED', subParams };
}
