import type { ImportDeclaration, ImportSpecifier, ModuleDeclaration, Node, Statement } from 'acorn';
import { parse } from 'acorn';
import type { Problem } from '../sandbox/check/index.ts';
import type { SourceModule } from './link-modules.ts';

/** A module as a part of one program: the same text, its imports and exports blanked. */
export interface FlatModule extends SourceModule {
  /** Names declared at the top. */
  names: Map<string, { line: number; column: number }>;
  problems: Problem[];
}

type TopLevel = Statement | ModuleDeclaration;

/** Takes a module out of its walls, and refuses what would not work without them. */
export function flattenModule(module: SourceModule): FlatModule {
  const program = parse(module.code, {
    ecmaVersion: 2022,
    sourceType: 'module',
    locations: true,
    // The code of a variable ends with one.
    allowReturnOutsideFunction: true,
  });
  const flat: FlatModule = { ...module, names: new Map(), problems: [] };
  for (const node of program.body) {
    const inner = unwrap(node, flat);
    if (inner === undefined) continue;
    collectNames(inner, flat);
    checkPlace(inner, flat);
  }
  return flat;
}

/** Blanks an import, or the `export` before a declaration; gives the declaration. */
function unwrap(node: TopLevel, flat: FlatModule): Statement | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      checkImport(node, flat);
      blank(flat, node.start, node.end);
      return undefined;
    case 'ExportNamedDeclaration':
      for (const specifier of node.specifiers) {
        const renamed = nameOf(specifier.local) !== nameOf(specifier.exported);
        if (renamed) refuse(flat, specifier, RENAMED);
      }
      blank(flat, node.start, node.declaration?.start ?? node.end);
      return node.declaration ?? undefined;
    case 'ExportDefaultDeclaration':
      refuse(flat, node, ['A default export has no name', 'Export it by name.']);
      return undefined;
    case 'ExportAllDeclaration':
      blank(flat, node.start, node.end);
      return undefined;
    default:
      return node;
  }
}

const RENAMED = [
  'The template keeps one name for one thing',
  'Import and export it under its own name.',
] as const;

function checkImport(node: ImportDeclaration, flat: FlatModule): void {
  for (const specifier of node.specifiers) {
    const isPlain = (each: typeof specifier): each is ImportSpecifier =>
      each.type === 'ImportSpecifier' && nameOf(each.imported) === each.local.name;
    if (!isPlain(specifier)) refuse(flat, specifier, RENAMED);
  }
}

function nameOf(node: { type: string; name?: string; value?: unknown }): string {
  return node.name ?? String(node.value);
}

function collectNames(node: Statement, flat: FlatModule): void {
  if (node.type === 'FunctionDeclaration') flat.names.set(node.id.name, placeOf(node.id));
  if (node.type !== 'VariableDeclaration') return;
  for (const { id } of node.declarations) {
    if (id.type === 'Identifier') flat.names.set(id.name, placeOf(id));
  }
}

type Advice = readonly [message: string, instead: string];

/** Only functions are hoisted, so values may stand at the top of few files. */
function checkPlace(node: Statement, flat: FlatModule): void {
  const isValue = node.type === 'VariableDeclaration';
  if (flat.role === 'main' || node.type === 'EmptyStatement') return;
  if (flat.role === 'apis') {
    if (!isValue || !node.declarations.every(isRequire)) refuse(flat, node, ONLY_REQUIRES);
    return;
  }
  if (flat.role === 'constants' && isValue && node.kind === 'const') return;
  if (node.type === 'FunctionDeclaration' && flat.role !== 'constants') return;
  refuse(
    flat,
    node,
    flat.role === 'constants' ? ONLY_CONSTANTS : isValue ? NO_VALUES : NO_STATEMENTS,
  );
}

const ONLY_REQUIRES: Advice = [
  'apis.ts holds requires only',
  "Write const name = require('name'), and all else in another file.",
];
const ONLY_CONSTANTS: Advice = [
  'constants.ts holds constants only',
  'Move the rest to another file.',
];
const NO_VALUES: Advice = [
  'A value at the top of this file would be used before it is set, since the story comes first',
  'Move it to constants.ts, or into a function.',
];
const NO_STATEMENTS: Advice = [
  'Only main.ts has statements at the top',
  'Put it in a function that main.ts calls.',
];

function isRequire({ init }: { init?: Node | null }): boolean {
  const call = init as { type: string; callee?: { name?: string } } | null | undefined;
  return call?.type === 'CallExpression' && call.callee?.name === 'require';
}

function refuse(flat: FlatModule, node: Node, [message, instead]: Advice): void {
  flat.problems.push({ file: flat.file, ...placeOf(node), message, instead });
}

function placeOf(node: Node): { line: number; column: number } {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return { line, column: column + 1 };
}

function blank(flat: FlatModule, start: number, end: number): void {
  const spaces = flat.code.slice(start, end).replace(/[^\n]/g, ' ');
  flat.code = flat.code.slice(0, start) + spaces + flat.code.slice(end);
}
