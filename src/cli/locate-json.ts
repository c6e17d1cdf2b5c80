import { parseExpressionAt } from 'acorn';
import type { Expression } from 'acorn';

interface Place {
  line: number;
  column: number;
}

/** Where in a JSON text the value of a path such as `/0/name` stands; its nearest parent where it is missing. */
export function locateJson(text: string, path: string): Place {
  let node: Expression = parseExpressionAt(text, 0, { ecmaVersion: 2022, locations: true });
  for (const step of path.split('/').slice(1)) {
    const next = childOf(node, step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!next) break;
    node = next;
  }
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return { line, column: column + 1 };
}

function childOf(node: Expression, step: string): Expression | undefined {
  if (node.type === 'ArrayExpression') {
    const element = node.elements[Number(step)];
    return element && element.type !== 'SpreadElement' ? element : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Literal') continue;
    if (property.key.value === step) return property.value;
  }
  return undefined;
}
