import { nodeResolve } from '@rollup/plugin-node-resolve';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import tsBlankSpace from 'ts-blank-space';

const entry = `
import { createContainer } from './src/sandbox/container/index.ts';
import { createBrowserPage } from './src/sandbox/page/create-browser-page.ts';
window.sandbox = { createContainer, createBrowserPage };`;

/** The container and the browser page as one script, which sets `window.sandbox`. */
export async function bundleSandbox(): Promise<string> {
  const entryId = fileURLToPath(new URL('../../../entry.ts', import.meta.url));
  const bundle = await rollup({
    input: entryId,
    // The tables of the evaluator refer to each other.
    onLog: (level, log, report) => {
      if (log.code !== 'CIRCULAR_DEPENDENCY') report(level, log);
    },
    plugins: [
      {
        name: 'entry-and-types',
        resolveId: (source) => (source === entryId ? entryId : null),
        load: (id) => (id === entryId ? entry : null),
        transform: (code, id) => (id.endsWith('.ts') ? tsBlankSpace(code) : null),
      },
      nodeResolve({ browser: true }),
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  return output[0].code;
}
