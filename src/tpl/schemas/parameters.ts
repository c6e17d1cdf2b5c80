import { LOCALIZED_TEXT } from './localized-text.ts';

const STRING = { type: 'string' } as const;
const BOOLEAN = { type: 'boolean' } as const;
const NESTED = { $ref: 'parameters' } as const;
const SCALAR = { type: ['string', 'boolean', 'number'] } as const;

/** Kinds of checks on a field's value. */
const VALIDATOR_TYPES = [
  'NON_EMPTY',
  'REGEX',
  'POSITIVE_NUMBER',
  'NON_NEGATIVE_NUMBER',
  'STRING_LENGTH',
  'DECIMAL',
  'NUMBER',
  'TABLE_ROW_COUNT',
  'PERCENTAGE',
  'GA_TRACKING_ID',
] as const;

const ENABLING_CONDITIONS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['paramName', 'paramValue', 'type'],
    additionalProperties: false,
    properties: {
      paramName: STRING,
      paramValue: SCALAR,
      type: { enum: ['EQUALS', 'NOT_EQUALS', 'PRESENT'] },
    },
  },
} as const;

const VALUE_VALIDATORS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { enum: VALIDATOR_TYPES },
      args: { type: 'array', items: { type: ['string', 'number'] } },
      errorMessage: STRING,
      enablingConditions: ENABLING_CONDITIONS,
    },
  },
} as const;

const CHOICES = {
  type: 'array',
  items: {
    type: 'object',
    required: ['value', 'displayValue'],
    additionalProperties: false,
    properties: { value: SCALAR, displayValue: STRING, help: STRING, subParams: NESTED },
  },
} as const;

const SIMPLE_TABLE_COLUMNS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'name', 'displayName', 'defaultValue'],
    additionalProperties: false,
    properties: {
      type: { enum: ['TEXT', 'SELECT'] },
      name: STRING,
      displayName: STRING,
      defaultValue: STRING,
      isUnique: BOOLEAN,
      valueHint: STRING,
      help: STRING,
      macrosInSelect: BOOLEAN,
      selectItems: CHOICES,
      valueValidators: VALUE_VALIDATORS,
    },
  },
} as const;

const PARAM_TABLE_COLUMNS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['param', 'isUnique'],
    additionalProperties: false,
    properties: { param: { $ref: 'parameters#/$defs/parameter' }, isUnique: BOOLEAN },
  },
} as const;

const GROUP_STYLE = {
  enum: ['ZIPPY_CLOSED', 'ZIPPY_OPEN', 'ZIPPY_OPEN_ON_PARAM', 'NO_ZIPPY'],
} as const;

/** What every field may have, whatever its type. */
const COMMON = {
  name: { type: 'string', minLength: 1 },
  displayName: LOCALIZED_TEXT,
  help: LOCALIZED_TEXT,
  enablingConditions: ENABLING_CONDITIONS,
  valueValidators: VALUE_VALIDATORS,
  alwaysInSummary: BOOLEAN,
  notSetText: STRING,
} as const;

function parameter(type: string, own: object, required: string[] = []): object {
  return {
    type: 'object',
    required: ['type', 'name', ...required],
    additionalProperties: false,
    properties: { type: { const: type }, ...COMMON, ...own },
  };
}

const PARAMETER_TYPES = [
  parameter('TEXT', {
    simpleValueType: BOOLEAN,
    defaultValue: { type: ['string', 'number'] },
    valueHint: STRING,
    valueUnit: STRING,
    canBeEmptyString: BOOLEAN,
    lineCount: { type: 'number', minimum: 1 },
    textAsList: BOOLEAN,
  }),
  parameter('GROUP', { groupStyle: GROUP_STYLE, subParams: NESTED }, ['subParams']),
  parameter(
    'SELECT',
    {
      selectItems: CHOICES,
      macrosInSelect: BOOLEAN,
      simpleValueType: BOOLEAN,
      defaultValue: SCALAR,
      subParams: NESTED,
      categories: { type: 'array' },
      clearOnCopy: BOOLEAN,
    },
    ['selectItems'],
  ),
  parameter('CHECKBOX', {
    checkboxText: LOCALIZED_TEXT,
    simpleValueType: BOOLEAN,
    defaultValue: BOOLEAN,
    subParams: NESTED,
  }),
  parameter(
    'RADIO',
    { radioItems: CHOICES, simpleValueType: BOOLEAN, defaultValue: { type: ['string', 'number'] } },
    ['radioItems'],
  ),
  parameter(
    'SIMPLE_TABLE',
    { simpleTableColumns: SIMPLE_TABLE_COLUMNS, newRowButtonText: STRING },
    ['simpleTableColumns'],
  ),
  parameter(
    'PARAM_TABLE',
    {
      paramTableColumns: PARAM_TABLE_COLUMNS,
      newRowButtonText: STRING,
      newRowTitle: STRING,
      editRowTitle: STRING,
    },
    ['paramTableColumns'],
  ),
  parameter('LABEL', {}),
];

/** JSON Schema of the TEMPLATE_PARAMETERS section. */
export const PARAMETERS_SCHEMA = {
  $id: 'parameters',
  type: 'array',
  items: { $ref: '#/$defs/parameter' },
  $defs: {
    parameter: {
      type: 'object',
      required: ['type'],
      discriminator: { propertyName: 'type' },
      oneOf: PARAMETER_TYPES,
    },
  },
} as const;
