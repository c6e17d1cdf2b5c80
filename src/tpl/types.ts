/** The sections of a `.tpl` file that Google's editor writes. */
export type SectionName =
  | 'TERMS_OF_SERVICE'
  | 'INFO'
  | 'TEMPLATE_PARAMETERS'
  | 'SANDBOXED_JS_FOR_WEB_TEMPLATE'
  | 'SANDBOXED_JS_FOR_SERVER'
  | 'WEB_PERMISSIONS'
  | 'SERVER_PERMISSIONS'
  | 'TESTS'
  | 'NOTES';

/** A template as data. `parseTemplate` makes it, `printTemplate` writes it. */
export interface Template {
  termsOfService?: string;
  /** JSON as it stands in the file, key order kept. */
  info: TemplateInfo;
  parameters: TemplateParameter[];
  /** The sandboxed JavaScript, without newlines at either end. */
  code: string;
  /** Empty when the file has no permissions section. */
  permissions: Permission[];
  tests: TemplateTests;
  notes?: string;
  /** Sections that Google does not write (such as VENDOR_DETAILS), each with the section it follows. */
  extraSections?: ExtraSection[];
  /** What stands before the first marker: a licence comment, for example. */
  leadingText?: string;
  /** The file began with a byte order mark; the printer writes one only then. */
  byteOrderMark?: true;
}

/** A section that Google does not write. */
export interface ExtraSection {
  name: string;
  after: SectionName;
  body: string;
}

/** Text, or text with its translations. */
export type LocalizedText =
  string | { text: string; translations: { locale: string; text: string }[] };

/** The INFO section. A variable has the type `MACRO`. */
export interface TemplateInfo {
  type: 'TAG' | 'MACRO' | 'CLIENT';
  id: string;
  version: number;
  securityGroups?: string[];
  displayName: LocalizedText;
  categories?: string[];
  brand?: { id?: string; displayName?: string; thumbnail?: string };
  description: LocalizedText;
  containerContexts: ('WEB' | 'SERVER')[];
}

/** The tests of a template; setup and each scenario share one scope. */
export interface TemplateTests {
  scenarios: Scenario[];
  /** Absent when the author deleted it, which Google's editor keeps apart from an empty one. */
  setup?: string;
}

export interface Scenario {
  name: string;
  code: string;
}

/** A condition on another field; a list of them is fulfilled when one is. */
export interface EnablingCondition {
  paramName: string;
  paramValue: string | boolean | number;
  type: string;
}

export interface ValueValidator {
  type: string;
  args?: (string | number)[];
  errorMessage?: string;
  enablingConditions?: EnablingCondition[];
}

export interface Choice {
  value: string | boolean | number;
  displayValue: string;
  help?: string;
  subParams?: TemplateParameter[];
}

interface ParameterBase {
  name: string;
  displayName?: LocalizedText;
  help?: LocalizedText;
  enablingConditions?: EnablingCondition[];
  valueValidators?: ValueValidator[];
  alwaysInSummary?: boolean;
  notSetText?: string;
}

export interface TextParameter extends ParameterBase {
  type: 'TEXT';
  simpleValueType?: boolean;
  defaultValue?: string | number;
  valueHint?: string;
  valueUnit?: string;
  canBeEmptyString?: boolean;
  lineCount?: number;
  textAsList?: boolean;
}

export interface GroupParameter extends ParameterBase {
  type: 'GROUP';
  groupStyle?: 'ZIPPY_CLOSED' | 'ZIPPY_OPEN' | 'ZIPPY_OPEN_ON_PARAM' | 'NO_ZIPPY';
  subParams: TemplateParameter[];
}

export interface SelectParameter extends ParameterBase {
  type: 'SELECT';
  selectItems: Choice[];
  macrosInSelect?: boolean;
  simpleValueType?: boolean;
  defaultValue?: string | boolean | number;
  subParams?: TemplateParameter[];
}

export interface CheckboxParameter extends ParameterBase {
  type: 'CHECKBOX';
  checkboxText?: LocalizedText;
  simpleValueType?: boolean;
  defaultValue?: boolean;
  subParams?: TemplateParameter[];
}

export interface RadioParameter extends ParameterBase {
  type: 'RADIO';
  radioItems: Choice[];
  simpleValueType?: boolean;
  defaultValue?: string | number;
}

export interface SimpleTableColumn {
  type: 'TEXT' | 'SELECT';
  name: string;
  displayName: string;
  defaultValue: string;
  isUnique?: boolean;
  valueHint?: string;
  help?: string;
  macrosInSelect?: boolean;
  selectItems?: Choice[];
  valueValidators?: ValueValidator[];
}

export interface SimpleTableParameter extends ParameterBase {
  type: 'SIMPLE_TABLE';
  simpleTableColumns: SimpleTableColumn[];
  newRowButtonText?: string;
}

export interface ParamTableParameter extends ParameterBase {
  type: 'PARAM_TABLE';
  paramTableColumns: { param: TemplateParameter; isUnique: boolean }[];
  newRowButtonText?: string;
  newRowTitle?: string;
  editRowTitle?: string;
}

export interface LabelParameter extends ParameterBase {
  type: 'LABEL';
}

/** One field of the form that a marketer fills in. */
export type TemplateParameter =
  | TextParameter
  | GroupParameter
  | SelectParameter
  | CheckboxParameter
  | RadioParameter
  | SimpleTableParameter
  | ParamTableParameter
  | LabelParameter;

/** A typed value as permissions hold it; no other type number occurs. */
export type PermissionValue =
  | { type: 1; string: string }
  | { type: 2; listItem: PermissionValue[] }
  | { type: 3; mapKey: PermissionValue[]; mapValue: PermissionValue[] }
  | { type: 8; boolean: boolean };

export interface PermissionParam {
  key: string;
  value: PermissionValue;
}

/** One permission that the user of the template is asked to approve. */
export interface Permission {
  instance: {
    key: { publicId: string; versionId?: string; vpiId?: string };
    param?: PermissionParam[];
  };
  clientAnnotations?: { isEditedByUser: boolean };
  isRequired: boolean;
}

/** Something in the file that Google's editor would not write; it was read all the same. */
export interface TplWarning {
  section: string;
  /** Line in the file, from 1. */
  line: number;
  message: string;
}
