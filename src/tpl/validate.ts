import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { explainErrors } from './explain-errors.ts';
import { INFO_SCHEMA } from './schemas/info.ts';
import { PARAMETERS_SCHEMA } from './schemas/parameters.ts';
import { PERMISSIONS_SCHEMA } from './schemas/permissions.ts';
import { containerSections } from './sections.ts';
import type { SectionName, Template } from './types.ts';

/** Something in a JSON section that Google Tag Manager would not take. */
export interface TplProblem {
  section: SectionName;
  /** JSON path inside the section, such as `/0/selectItems/2/value`; empty for the section itself. */
  path: string;
  /** What is wrong and what is accepted. */
  message: string;
}

const ajv = new Ajv({
  allErrors: true,
  discriminator: true,
  allowUnionTypes: true,
  verbose: true,
  strictTuples: false,
});
const validateInfo = ajv.compile(INFO_SCHEMA);
const validateParameters = ajv.compile(PARAMETERS_SCHEMA);
const validatePermissions = ajv.compile(PERMISSIONS_SCHEMA);

/** Checks the JSON sections against their schemas. A sound template gives an empty list. */
export function validateTemplate(template: Template): TplProblem[] {
  const permissions = containerSections(template.info).permissions;
  return [
    ...check('INFO', validateInfo, template.info),
    ...check('TEMPLATE_PARAMETERS', validateParameters, template.parameters),
    ...check(permissions, validatePermissions, template.permissions),
  ];
}

/** One line for a problem: section, path, what is wrong, what is accepted. */
export function formatTplProblem(problem: TplProblem): string {
  return `${problem.section} ${problem.path || '/'}: ${problem.message}`;
}

function check(section: SectionName, validate: ValidateFunction, value: unknown): TplProblem[] {
  return explainErrors(validate, value).map((problem) => ({ section, ...problem }));
}
