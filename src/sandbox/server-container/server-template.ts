import type { Template } from '../../tpl/index.ts';
import { nameOf } from '../container/name-of.ts';
import { compileProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import { createGrants } from '../permissions/index.ts';
import type { Grants } from '../permissions/index.ts';
import type { SandboxValue } from '../values/index.ts';

/** A template and the values of its form. A text of them may hold `{{name}}` of a variable. */
export interface ServerTemplateSetup {
  template: Template;
  fields?: Record<string, unknown>;
}

/** A template that is ready to run. */
export interface ReadyTemplate {
  program: Program;
  grants: Grants;
  fields: Record<string, unknown>;
  templateData: Map<string, SandboxValue>;
  stepBudget: number;
}

/** Makes templates ready; what one of them stores lives as long as the server. */
export function createTemplates({
  debug = false,
  stepBudget = Infinity,
}: {
  debug?: boolean | undefined;
  stepBudget?: number | undefined;
}): (setup: ServerTemplateSetup) => ReadyTemplate {
  const storages = new Map<Template, Map<string, SandboxValue>>();
  return ({ template, fields = {} }) => {
    const templateData = storages.get(template) ?? new Map<string, SandboxValue>();
    storages.set(template, templateData);
    return {
      program: compileProgram(template.code, nameOf(template)),
      grants: createGrants(template.permissions, { isDebug: debug }),
      fields,
      templateData,
      stepBudget,
    };
  };
}
