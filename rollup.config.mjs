import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';

/**
 * `tsc` checks types in the tests; here they are only taken away, and no library is read for it. The compiler emits
 * nothing while it allows imports that end in `.ts`; unchecked, they pass all the same, and Rollup resolves them.
 */
const stripTypes = (include) =>
  typescript({
    compilerOptions: {
      noCheck: true,
      lib: ['es5'],
      types: [],
      allowImportingTsExtensions: false,
    },
    include,
  });

const isInstalled = (id) => !id.startsWith('.') && !id.startsWith('/');

/** What Node runs: installed packages stay where they are. */
const forNode = {
  input: {
    'cli/main': 'src/cli/main.ts',
    'demo/serve': 'src/demo/serve.ts',
    'sandbox/index': 'src/sandbox/index.ts',
    'endpoint/index': 'src/endpoint/index.ts',
    'endpoint/cloudflare': 'src/endpoint/platforms/cloudflare.ts',
    'endpoint/aws-lambda': 'src/endpoint/platforms/aws-lambda.ts',
  },
  output: {
    dir: 'dist',
    format: 'es',
    chunkFileNames: 'chunks/[name].js',
    banner: ({ name }) => (name === 'cli/main' ? '#!/usr/bin/env node' : ''),
  },
  external: isInstalled,
  plugins: [stripTypes('src/**/*.ts')],
};

/** The script of the demo's pages: one file with everything in it. */
const forPage = {
  input: 'src/demo/page/main.ts',
  output: { file: 'dist/demo/main.js', format: 'es' },
  plugins: [
    stripTypes([
      'src/{core,sandbox,tpl}/**/*.ts',
      'src/demo/{page,shop}/**/*.ts',
      'src/endpoint/constants.ts',
    ]),
    nodeResolve({ browser: true }),
    // Compressing takes longer than a page on loopback could ever gain by it.
    terser({ compress: false }),
  ],
};

export default [forNode, forPage];
