import { rollup } from 'rollup';
import tsBlankSpace from 'ts-blank-space';
import { compileProgram, runProgram } from '../../src/sandbox/evaluate/index.ts';
import { toPage, toSandbox } from '../../src/sandbox/border/index.ts';
import type { SandboxValue } from '../../src/sandbox/values/index.ts';
import * as core from './core-functions.ts';

type Core = typeof core;
type Name = keyof Core;

/** A place where the core runs. The same rows must give the same results in each. */
export interface Host {
  name: string;
  call<N extends Name>(name: N, ...values: Parameters<Core[N]>): ReturnType<Core[N]>;
}

const native: Host = {
  name: 'natively',
  call(name, ...values) {
    const target = core[name] as (...all: unknown[]) => unknown;
    // The sandbox gives copies; what a row compares is the copy on both hosts.
    return structuredClone(target(...values)) as ReturnType<Core[typeof name]>;
  },
};

/** The core as a template has it, behind one call by name. */
async function bundleCore(): Promise<string> {
  const bundle = await rollup({
    input: new URL('./core-functions.ts', import.meta.url).pathname,
    treeshake: false,
    plugins: [{ name: 'blank-types', transform: (code) => ({ code: tsBlankSpace(code) }) }],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const code = output[0].code.replace(/^export \{.*\};$/m, '');
  const entries = Object.keys(core).map((name) => `${name}: ${name}`);
  return `${code}
const functions = { ${entries.join(', ')} };
return functions[data.name](data.values[0], data.values[1], data.values[2]);`;
}

async function createSandboxHost(): Promise<Host> {
  const program = compileProgram(await bundleCore(), 'core.js');
  return {
    name: 'in the sandbox',
    call(name, ...values) {
      const names = new Map<string, SandboxValue>([['data', toSandbox({ name, values })]]);
      return toPage(runProgram(program, names)) as ReturnType<Core[typeof name]>;
    },
  };
}

export const hosts: Host[] = [native, await createSandboxHost()];
