import type { AnyNode, ModuleDeclaration, Statement } from 'acorn';
import { parse } from 'acorn';
import { walk } from '../sandbox/check/walk.ts';
import type { FlatModule } from './flatten-module.ts';

/**
 * A template holds what it uses. Rollup's tree shaking would rewrite code; here a function or
 * constant that nothing reaches is blanked as a whole, with the comment above it, and nothing else
 * changes.
 */
export function dropUnused(modules: readonly FlatModule[]): FlatModule[] {
  const declarations = modules.flatMap(readDeclarations);
  const used = reach(declarations);
  return modules.map((module) => {
    const own = declarations.filter((declaration) => declaration.module === module);
    const unused = own.filter((declaration) => !used.has(declaration));
    if (unused.length === 0) return module;
    if (unused.length === own.length) return { ...module, code: blank(module.code) };
    const code = unused.reduce(
      (text, { start, end }) =>
        text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end),
      module.code,
    );
    return { ...module, code };
  });
}

interface Declaration {
  module: FlatModule;
  /** What it declares; a statement declares nothing. */
  names: string[];
  /** Names that it mentions, its own variables too. */
  mentions: Set<string>;
  start: number;
  end: number;
}

function readDeclarations(module: FlatModule): Declaration[] {
  const program = parse(module.code, {
    ecmaVersion: 2022,
    sourceType: 'script',
    allowReturnOutsideFunction: true,
  });
  let before = 0;
  return program.body.map((node) => {
    const start = commentStart(module.code, before, node.start);
    before = node.end;
    return { module, names: namesOf(node), mentions: mentionsOf(node), start, end: node.end };
  });
}

/** Where the comment directly above begins; one behind a blank line is the file's. */
function commentStart(code: string, from: number, to: number): number {
  const between = code.slice(from, to);
  const gap = [...between.matchAll(/\n[ \t]*\n/g)].at(-1);
  return gap ? from + gap.index + gap[0].length : from;
}

function namesOf(node: Statement | ModuleDeclaration): string[] {
  if (node.type === 'FunctionDeclaration') return [node.id.name];
  if (node.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function mentionsOf(node: AnyNode): Set<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.type === 'Identifier') names.add(inner.name);
  });
  return names;
}

/** Everything in main.ts and apis.ts, and what is mentioned from there on. */
function reach(declarations: readonly Declaration[]): Set<Declaration> {
  const byName = new Map(declarations.flatMap((each) => each.names.map((name) => [name, each])));
  const roots = declarations.filter(({ module }) => ['main', 'apis'].includes(module.role));
  const used = new Set(roots);
  for (const { mentions } of used) {
    for (const name of mentions) {
      const found = byName.get(name);
      if (found) used.add(found);
    }
  }
  return used;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
