import { nodeResolve } from '@rollup/plugin-node-resolve';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import tsBlankSpace from 'ts-blank-space';

/** A TypeScript module of this folder, with all it imports, as one script for a page. */
export async function bundlePage(file: string): Promise<string> {
  const bundle = await rollup({
    input: fileURLToPath(new URL(file, import.meta.url)),
    // The tables of the sandbox's evaluator refer to each other.
    onLog: (level, log, report) => {
      if (log.code !== 'CIRCULAR_DEPENDENCY') report(level, log);
    },
    plugins: [
      {
        name: 'types',
        transform: (code, id) => (id.endsWith('.ts') ? tsBlankSpace(code) : null),
      },
      nodeResolve({ browser: true }),
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  return output[0].code;
}
