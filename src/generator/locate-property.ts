import type { Expression } from 'acorn';
import { parse } from 'acorn';

/**
 * Where a value stands in a data file: line and column of the deepest part of the path that is written
 * down literally. `path` is a JSON path such as `/access_globals/keys/0`.
 */
export function locateProperty(
  source: string,
  exportName: string,
  path: string,
): { line: number; column: number } {
  const program = parse(source, { ecmaVersion: 2022, sourceType: 'module', locations: true });
  const declarations = program.body.flatMap((node) => {
    const inner = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    return inner?.type === 'VariableDeclaration' ? inner.declarations : [];
  });
  const root = declarations.find(({ id }) => id.type === 'Identifier' && id.name === exportName);
  let place = root?.loc?.start ?? { line: 1, column: 0 };
  let value: Expression | null | undefined = root?.init;
  for (const key of path.split('/').slice(1)) {
    const next: Found | undefined = step(value, key);
    if (!next) break;
    place = next.place ?? place;
    value = next.value;
  }
  return { line: place.line, column: place.column + 1 };
}

interface Found {
  place: { line: number; column: number } | undefined;
  value: Expression;
}

function step(value: Expression | null | undefined, key: string): Found | undefined {
  if (value?.type === 'ArrayExpression') {
    const element = value.elements[Number(key)];
    if (!element || element.type === 'SpreadElement') return undefined;
    return { place: element.loc?.start, value: element };
  }
  if (value?.type !== 'ObjectExpression') return undefined;
  for (const property of value.properties) {
    if (property.type === 'SpreadElement') continue;
    const name = property.key.type === 'Identifier' ? property.key.name : literal(property.key);
    if (name === key) return { place: property.loc?.start, value: property.value };
  }
  return undefined;
}

function literal(node: { type: string; value?: unknown }): string {
  return node.type === 'Literal' ? String(node.value) : '';
}
