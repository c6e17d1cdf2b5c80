import type { Template } from '../../tpl/index.ts';
import { createRequire } from '../apis/create-require.ts';
import type { ApiHost, ContainerPort } from '../apis/index.ts';
import { toPage, toSandbox } from '../border/index.ts';
import { compileProgram, runProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import type { Page } from '../page/page.ts';
import { createGrants } from '../permissions/index.ts';
import type { Grants } from '../permissions/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ContainerEvent } from './container-event.ts';
import { withVariables } from './resolve-fields.ts';
import type { ReadVariable } from './resolve-fields.ts';
import { nameOf } from './name-of.ts';
import { runInSandbox } from './sandboxed-push.ts';

/** A variable: a template and the values of its form, or a function where Google has a type of its own. */
export type VariableSetup = { name: string } & (
  | { template: Template; fields?: Record<string, unknown> }
  | { read(context: VariableContext): unknown }
);

/** Where a variable is read. */
export interface VariableContext {
  /** Of the data layer. */
  event: string;
  page: Page;
  /** The data layer's merged value at a dotted path. */
  readDataLayer(path: string): unknown;
  /** The value of another variable. */
  readVariable: ReadVariable;
}

/** The variables of a container. */
export interface Variables {
  add(setup: VariableSetup): void;
  /** A reader for one event. A variable that is not there, or that needs itself, is undefined. */
  readerFor(fired: { event: string; containerEvent: ContainerEvent }): ReadVariable;
  /** The fields with values in the place of `{{name}}`; as they are where the container has no variables. */
  resolve(fields: Record<string, unknown>, read: ReadVariable): Record<string, unknown>;
}

interface VariableHost {
  page: Page;
  port: ContainerPort;
  isDebug: boolean;
  storageOf(template: Template): Map<string, SandboxValue>;
}

interface TemplateVariable {
  program: Program;
  grants: Grants;
  fields: Record<string, unknown>;
  templateStorage: Map<string, SandboxValue>;
}

type Known = Map<string, TemplateVariable | ((context: VariableContext) => unknown)>;

export function createVariables(host: VariableHost): Variables {
  const known: Known = new Map();
  const prepare = createPreparer(host);
  const { page, port } = host;

  const resolve = (
    fields: Record<string, unknown>,
    read: ReadVariable,
  ): Record<string, unknown> => {
    if (known.size === 0) return fields;
    let resolved = fields;
    void withVariables(fields, read, (values) => {
      resolved = values;
    });
    return resolved;
  };

  return {
    add: (setup) => {
      if ('read' in setup) known.set(setup.name, (context) => setup.read(context));
      else known.set(setup.name, { ...prepare(setup.template), fields: setup.fields ?? {} });
    },
    resolve,
    readerFor: ({ event, containerEvent }) => {
      const read = (path: readonly string[]): unknown => {
        const variable = known.get(path.at(-1) ?? '');
        const readVariable: ReadVariable = (name) =>
          path.includes(name) ? undefined : read([...path, name]);
        if (!variable) return undefined;
        if (typeof variable === 'function') {
          const { read: readDataLayer } = port.dataLayer;
          return variable({ event, page, readDataLayer, readVariable });
        }
        const ownHost = { ...variable, page, container: port, event: containerEvent };
        return runVariable(variable.program, resolve(variable.fields, readVariable), ownHost);
      };
      return (name) => read([name]);
    },
  };
}

/** Once for all variables of one template. */
function createPreparer({ port, isDebug, storageOf }: VariableHost) {
  const prepared = new Map<Template, Omit<TemplateVariable, 'fields'>>();
  return (template: Template): Omit<TemplateVariable, 'fields'> => {
    const ready = prepared.get(template) ?? {
      program: compileProgram(template.code, nameOf(template)),
      grants: createGrants(template.permissions, { isDebug, policies: port.policies }),
      templateStorage: storageOf(template),
    };
    prepared.set(template, ready);
    return ready;
  };
}

/** What the template returns; false where it fails, as in Google's runtime. */
function runVariable(program: Program, fields: Record<string, unknown>, host: ApiHost): unknown {
  const names = new Map<string, SandboxValue>([
    ['data', toSandbox(fields)],
    ['require', createRequire(host)],
  ]);
  try {
    return toPage(runInSandbox(host.page.window, () => runProgram(program, names)));
  } catch {
    return false;
  }
}
