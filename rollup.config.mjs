import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { readFileSync } from 'node:fs';
import tsBlankSpace from 'ts-blank-space';

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
    'demo/write-setup': 'src/demo/write-setup.ts',
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

/** Takes types away from what has nothing else to take away. */
const blankTypes = {
  name: 'blank-types',
  transform: (code, id) => (id.endsWith('.ts') ? { code: tsBlankSpace(code) } : null),
};

/** The script of the set-up page, which builds what `first-party-id build` builds. */
const forSetUp = {
  input: 'src/demo/setup/main.ts',
  output: { file: 'dist/demo/setup.js', format: 'es' },
  plugins: [
    blankTypes,
    nodeResolve({ browser: true }),
    commonjs(),
    json(),
    terser({ compress: false }),
  ],
};

/** Names that a page, a tag or the data layer sees; every other property of the loader gets a short one. */
const publicNames = JSON.parse(readFileSync('src/loader/public-names.json', 'utf8'));

/** Chromium then compiles while it loads; otherwise it would read every function twice. */
const compileHint = '//# allFunctionsCalledOnLoad';

const smallest = (preamble) =>
  terser({
    ecma: 2020,
    module: true,
    toplevel: true,
    compress: {
      passes: 3,
      inline: 1,
      unsafe: true,
      unsafe_arrows: true,
      pure_getters: true,
      keep_fargs: false,
    },
    mangle: { properties: { regex: /^.{3,}$/, reserved: Object.values(publicNames).flat() } },
    format: { preamble },
  });

/** What sites load, as a classic script and as a module, with d8a's cookies only and with all formats. */
const forSites = [
  ['main', 'loader.js', 'iife'],
  ['index', 'loader.mjs', 'es'],
  ['main-all', 'loader-all.js', 'iife'],
  ['all', 'loader-all.mjs', 'es'],
].map(([input, file, format]) => ({
  input: `src/loader/${input}.ts`,
  output: { file: `dist/${file}`, format },
  plugins: [blankTypes, smallest(format === 'iife' ? compileHint : '')],
}));

export default [forNode, forPage, forSetUp, ...forSites];
