import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** Which parts a part may import. `gtm`, `loader` and `endpoint` are hosts of the core. */
const mayImport: Record<string, string[]> = {
  core: [],
  tpl: [],
  gtm: ['core'],
  loader: ['core'],
  endpoint: ['core'],
  sandbox: ['tpl'],
  generator: ['tpl', 'sandbox'],
  doctor: ['core', 'endpoint'],
  'cookie-table': ['core', 'endpoint'],
  cli: ['generator', 'gtm', 'endpoint', 'sandbox', 'tpl', 'doctor', 'cookie-table'],
  demo: ['core', 'tpl', 'sandbox', 'endpoint', 'generator', 'gtm', 'cookie-table'],
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));

function importsOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...lines].map(([, path = '']) => join(file, '..', path));
}

function partOf(file: string): string {
  return relative('src', file).split('/')[0] ?? '';
}

describe('imports', () => {
  test.each(Object.entries(mayImport))('%s imports only %j of ours', (part, others) => {
    const wrong = sources
      .filter((file) => partOf(file) === part)
      .flatMap((file) => importsOf(file).map((target) => `${file} -> ${target}`))
      .filter((arrow) => {
        const target = partOf(arrow.split(' -> ')[1] ?? '');
        return target !== part && !others.includes(target);
      });
    expect(wrong).toEqual([]);
  });

  test('every part has its arrows written down', () => {
    expect(new Set(sources.map(partOf))).toEqual(new Set(Object.keys(mayImport)));
  });

  test('only the sandbox parses JavaScript', () => {
    const parsing = sources.filter((file) => readFileSync(file, 'utf8').includes("from 'acorn'"));
    expect(parsing.filter((file) => !/^src\/(sandbox|generator|cli)\//.test(file))).toEqual([]);
  });

  test('only the command line reads its arguments', () => {
    const reading = sources.filter((file) => readFileSync(file, 'utf8').includes('process.argv'));
    expect(reading.map(partOf).filter((part) => part !== 'cli')).toEqual([]);
  });
});
