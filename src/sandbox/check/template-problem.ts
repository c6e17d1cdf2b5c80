import type { SectionName } from '../../tpl/index.ts';
import type { Problem } from './problem.ts';

/** Something in a template that Google Tag Manager would refuse, or that fails when it runs. */
export interface TemplateProblem {
  /** A warning may be right as it is: the template can still work. */
  severity: 'error' | 'warning';
  section: SectionName;
  message: string;
  /** How to write it. */
  instead?: string;
  /** In code: counted from 1 within the section, or within the scenario. */
  line?: number;
  column?: number;
  /** In a JSON section: such as `/0/selectItems/2/value`. */
  path?: string;
  /** Name of the scenario, or `setup`, in TESTS. */
  scenario?: string;
}

/** Where in a template code stands. */
export interface CodePlace {
  section: SectionName;
  scenario?: string;
}

/** A problem of a program, as one of the template. */
export function inTemplate(
  { line, column, message, instead }: Problem,
  place: CodePlace,
  severity: TemplateProblem['severity'],
): TemplateProblem {
  return {
    severity,
    ...place,
    line,
    column,
    message,
    ...(instead === undefined ? {} : { instead }),
  };
}
