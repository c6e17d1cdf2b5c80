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

/** `runCode(data)`: what a variable returns; undefined for other templates. */
export function createRunCode(
  template: Template,
  program: () => Program,
  apis: MockableApis,
): SandboxFunction {
  return new SandboxFunction('runCode', ([given]) => {
    const names = new Map<string, SandboxValue>([
      ['data', createData(given, apis)],
      ['require', apis.require],
    ]);
    const value = runProgram(program(), names);
    return template.info.type === 'MACRO' ? value : undefined;
  });
}

/** The given values, and callbacks whose calls `assertApi` knows. */
function createData(given: SandboxValue, apis: MockableApis): SandboxObject {
  const data = new SandboxObject(given instanceof SandboxObject ? given.properties : []);
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
