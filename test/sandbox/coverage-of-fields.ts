import type { Choice, TemplateParameter, ValueValidator } from '../../src/tpl/index.ts';
import type { CoverageRow } from './coverage-row.ts';
import {
  conditions,
  fieldKeys,
  fieldPlaces,
  fieldTypes,
  fieldValues,
  validators,
} from './coverage-seen.ts';

/** What the forms of the samples are made of. */
export function coverFields(forms: readonly (readonly TemplateParameter[])[]): CoverageRow[] {
  const used = {
    types: new Set<string>(),
    places: new Set<string>(),
    keys: new Set<string>(),
    values: new Set<string>(),
    validators: new Set<string>(),
    conditions: new Set<string>(),
  };
  for (const form of forms) for (const field of form) visit(field, 'top', used);
  return [
    { kind: 'parameter types', all: fieldTypes, used: used.types },
    { kind: 'parameter places', all: fieldPlaces, used: used.places },
    { kind: 'parameter keys', all: fieldKeys, used: used.keys },
    { kind: 'parameter values', all: fieldValues, used: used.values },
    { kind: 'validators', all: validators, used: used.validators },
    { kind: 'conditions', all: conditions, used: used.conditions },
  ];
}

type Used = Record<
  'types' | 'places' | 'keys' | 'values' | 'validators' | 'conditions',
  Set<string>
>;

function visit(field: TemplateParameter, place: string, used: Used): void {
  const { type } = field;
  used.types.add(type);
  used.places.add(`${type} @ ${place}`);
  addKeys(type, field, used);
  for (const key of ['displayName', 'help', 'checkboxText']) addValueType(key, field, used);
  if ('defaultValue' in field) used.values.add(`${type}.defaultValue ${typeof field.defaultValue}`);
  if ('groupStyle' in field) used.values.add(`groupStyle ${String(field.groupStyle)}`);
  visitValidators(field.valueValidators, used);
  visitConditions(field, used);
  if ('subParams' in field) visitAll(field.subParams, `${type}.subParams`, used);
  if ('selectItems' in field) visitChoices(field.selectItems, 'selectItems', used);
  if ('radioItems' in field) visitChoices(field.radioItems, 'radioItems', used);
  visitColumns(field, used);
}

function visitAll(
  fields: readonly TemplateParameter[] | undefined,
  place: string,
  used: Used,
): void {
  for (const field of fields ?? []) visit(field, place, used);
}

function visitChoices(choices: readonly Choice[], list: string, used: Used): void {
  for (const choice of choices) {
    addKeys(`${list}[]`, choice, used);
    used.values.add(`${list}[].value ${typeof choice.value}`);
    visitAll(choice.subParams, `${list}.subParams`, used);
  }
}

function visitColumns(field: TemplateParameter, used: Used): void {
  if (field.type === 'SIMPLE_TABLE') {
    for (const column of field.simpleTableColumns) {
      addKeys(`${column.type} column`, column, used);
      visitValidators(column.valueValidators, used, ' in a column');
    }
  }
  if (field.type === 'PARAM_TABLE') {
    for (const column of field.paramTableColumns) {
      addKeys('paramTableColumns[]', column, used);
      visit(column.param, 'paramTableColumns.param', used);
    }
  }
}

function visitValidators(
  list: readonly ValueValidator[] | undefined,
  used: Used,
  place = '',
): void {
  for (const validator of list ?? []) {
    used.validators.add(validator.type + place);
    addKeys('valueValidators[]', validator, used);
    visitConditions(validator, used);
  }
}

function visitConditions(
  { enablingConditions }: Pick<ValueValidator, 'enablingConditions'>,
  used: Used,
): void {
  for (const condition of enablingConditions ?? []) {
    used.conditions.add(condition.type).add(`value ${typeof condition.paramValue}`);
    addKeys('enablingConditions[]', condition, used);
  }
}

function addKeys(type: string, object: object, used: Used): void {
  for (const key of Object.keys(object)) used.keys.add(`${type}.${key}`);
}

function addValueType(key: string, field: object, used: Used): void {
  const value: unknown = Reflect.get(field, key);
  if (value !== undefined) used.values.add(`${key} ${typeof value}`);
}
