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

/** Callbacks that test code gave, once they tell of their calls. */
const told = new WeakSet<SandboxFunction>();

/**
 * The given values, and callbacks whose calls `assertApi` knows. One that test code gave stays the same function, so
 * that a test can find it among the arguments of an API.
 */
function createData(given: readonly SandboxValue[], apis: MockableApis): SandboxObject {
  const data = new SandboxObject(
    given.flatMap((part) => (part instanceof SandboxObject ? [...part.properties] : [])),
  );
  for (const name of callbacks) {
    const own = data.properties.get(name);
    const callback =
      own instanceof SandboxFunction ? own : new SandboxFunction(name, () => undefined);
    tellCalls(callback, (args) => apis.record(name, args));
    data.properties.set(name, callback);
  }
  return data;
}

function tellCalls(callback: SandboxFunction, record: (args: SandboxValue[]) => void): void {
  if (told.has(callback)) return;
  told.add(callback);
  const { invoke } = callback;
  callback.invoke = (args) => {
    record(args);
    return invoke(args);
  };
}
