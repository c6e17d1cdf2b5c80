import type { Template } from '../../tpl/index.ts';
import { compileProgram, runProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import { SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { MockableApis } from './mockable-apis.ts';

const callbacks = ['gtmOnSuccess', 'gtmOnFailure'];

/** Compiles the template's code at its first use. */
export function createLazyProgram(template: Template, file: string): () => Program {
  let program: Program | undefined;
  return () => (program ??= compileProgram(template.code, file));
}

/** What `runCode` needs besides the template. */
export interface RunCodeParts {
  apis: MockableApis;
  /** The `data` of the test code: what is set there is in every run. */
  data: SandboxObject;
  stepBudget: number;
}

/** `runCode(data)`: what a variable returns; undefined for other templates. */
export function createRunCode(
  template: Template,
  program: () => Program,
  { apis, data, stepBudget }: RunCodeParts,
): SandboxFunction {
  return new SandboxFunction('runCode', ([given]) => {
    const names = new Map<string, SandboxValue>([
      ['data', createData([data, given], apis)],
      ['require', apis.require],
    ]);
    const value = runProgram(program(), names, { stepBudget });
    return template.info.type === 'MACRO' ? value : undefined;
  });
}

/** The given values, and callbacks whose calls `assertApi` knows. */
function createData(given: readonly SandboxValue[], apis: MockableApis): SandboxObject {
  const data = new SandboxObject(
    given.flatMap((part) => (part instanceof SandboxObject ? [...part.properties] : [])),
  );
  for (const name of callbacks) {
    const own = data.properties.get(name);
    const callback = new SandboxFunction(name, (args) => {
      apis.record(name, args);
      return own instanceof SandboxFunction ? own.invoke(args) : undefined;
    });
    data.properties.set(name, callback);
  }
  return data;
}
