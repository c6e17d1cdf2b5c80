/** What Google's editor writes into templates, counted over public ones: keys by type, places, value types. */

const keysByType: Readonly<Record<string, string>> = {
  TEXT: `name simpleValueType type displayName help valueValidators enablingConditions valueHint defaultValue
    alwaysInSummary valueUnit canBeEmptyString notSetText lineCount textAsList`,
  GROUP: 'name subParams type groupStyle displayName enablingConditions help',
  SELECT: `name selectItems simpleValueType type displayName macrosInSelect help defaultValue notSetText
    enablingConditions valueValidators subParams alwaysInSummary categories clearOnCopy`,
  CHECKBOX: `name simpleValueType type checkboxText help defaultValue enablingConditions alwaysInSummary subParams
    displayName valueValidators`,
  SIMPLE_TABLE: `name simpleTableColumns type displayName newRowButtonText help enablingConditions valueValidators
    alwaysInSummary notSetText`,
  RADIO: `name radioItems type simpleValueType displayName defaultValue enablingConditions help valueValidators`,
  LABEL: 'name type displayName enablingConditions',
  PARAM_TABLE: `name paramTableColumns type displayName enablingConditions help newRowButtonText editRowTitle
    newRowTitle valueValidators alwaysInSummary`,
  'selectItems[]': 'value displayValue',
  'radioItems[]': 'value displayValue help subParams',
  'TEXT column': `defaultValue displayName name type valueValidators isUnique valueHint macrosInSelect selectItems`,
  'SELECT column': `defaultValue displayName name type selectItems valueValidators isUnique macrosInSelect help
    valueHint`,
  'paramTableColumns[]': 'param isUnique',
  'enablingConditions[]': 'paramName paramValue type',
  'valueValidators[]': 'type args errorMessage enablingConditions',
};

export const fieldTypes = Object.keys(keysByType).slice(0, 8);

export const fieldKeys = Object.entries(keysByType).flatMap(([type, keys]) =>
  keys.split(/\s+/).map((key) => `${type}.${key}`),
);

const placesByParent: Readonly<Record<string, string>> = {
  top: 'TEXT GROUP CHECKBOX SELECT RADIO SIMPLE_TABLE LABEL PARAM_TABLE',
  'GROUP.subParams': 'TEXT GROUP CHECKBOX SELECT RADIO SIMPLE_TABLE LABEL PARAM_TABLE',
  'CHECKBOX.subParams': 'TEXT GROUP PARAM_TABLE CHECKBOX RADIO SELECT SIMPLE_TABLE',
  'SELECT.subParams': 'TEXT GROUP CHECKBOX RADIO',
  'radioItems.subParams': 'SELECT TEXT CHECKBOX RADIO GROUP',
  'paramTableColumns.param': 'TEXT SELECT CHECKBOX',
};

export const fieldPlaces = Object.entries(placesByParent).flatMap(([parent, types]) =>
  types.split(' ').map((type) => `${type} @ ${parent}`),
);

/** Keys whose values have more than one type, or are one of a list. */
export const fieldValues = [
  ...['string', 'object'].flatMap((type) => [`displayName ${type}`, `help ${type}`]),
  ...['string', 'object'].map((type) => `checkboxText ${type}`),
  ...['string', 'number'].map((type) => `TEXT.defaultValue ${type}`),
  ...['string', 'boolean', 'number'].map((type) => `SELECT.defaultValue ${type}`),
  ...['string', 'boolean', 'number'].map((type) => `selectItems[].value ${type}`),
  ...['string', 'number'].map((type) => `radioItems[].value ${type}`),
  ...['ZIPPY_CLOSED', 'ZIPPY_OPEN', 'ZIPPY_OPEN_ON_PARAM', 'NO_ZIPPY'].map(
    (style) => `groupStyle ${style}`,
  ),
];

export const validators = [
  ...`NON_EMPTY REGEX POSITIVE_NUMBER NON_NEGATIVE_NUMBER STRING_LENGTH DECIMAL NUMBER TABLE_ROW_COUNT PERCENTAGE
    GA_TRACKING_ID`.split(/\s+/),
  ...['NON_EMPTY', 'POSITIVE_NUMBER', 'NON_NEGATIVE_NUMBER', 'REGEX'].map(
    (type) => `${type} in a column`,
  ),
];

export const conditions = [
  'EQUALS',
  'NOT_EQUALS',
  'PRESENT',
  ...['string', 'boolean', 'number'].map((type) => `value ${type}`),
];

export const permissionForms = [
  'with clientAnnotations',
  'without clientAnnotations',
  'without param',
  'empty param',
  'access_firestore without databaseId',
];

/** Values that the schema takes and no public template has. */
export const unseenValues: readonly string[] = [
  'access_response.writeStatusAccess=specific',
  'access_response.writeBodyAccess=specific',
  'read_request.bodyAccess=specific',
  'read_request.pathAccess=specific',
];

export const infoFacts = [
  ...['WEB TAG', 'SERVER TAG', 'SERVER MACRO', 'WEB MACRO', 'SERVER CLIENT'],
  ...`containerContexts description displayName id type version securityGroups brand categories
    __wm`.split(/\s+/),
  ...['brand.id', 'brand.displayName', 'brand.thumbnail', 'empty brand'],
  ...['thumbnail data:image/png', 'thumbnail data:image/jpeg', 'thumbnail none'],
  ...['description string', 'description object', 'displayName object'],
];

export const fileFacts = [
  ...['byte order mark', 'no byte order mark', 'CRLF', 'no TERMS_OF_SERVICE', 'no permissions'],
  ...['code |-', 'code |', 'code |+', 'code |2-', 'code plain', 'code double-quoted'],
  ...['setup |-', 'setup double-quoted', "setup ''", 'setup plain', 'no setup'],
  ...['name plain', 'name single-quoted', 'name double-quoted'],
];
