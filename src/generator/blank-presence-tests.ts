import type { AnyNode, Identifier } from 'acorn';
import { parse } from 'acorn';
import { walk } from '../sandbox/check/walk.ts';

/**
 * Some APIs are `undefined` where the browser lacks them, so code asks `localStorage === undefined`. Such
 * a question touches nothing: here each name that is only asked about becomes `0`, in its place.
 */
export function blankPresenceTests(text: string, names: ReadonlySet<string>): string {
  const program = parse(text, {
    ecmaVersion: 2022,
    sourceType: 'script',
    allowReturnOutsideFunction: true,
  });
  let blanked = text;
  walk(program, (node) => {
    for (const asked of askedAbout(node)) {
      if (asked?.type !== 'Identifier' || !names.has(asked.name)) continue;
      blanked = blanked.slice(0, asked.start) + zero(asked) + blanked.slice(asked.end);
    }
  });
  return blanked;
}

function zero({ name }: Identifier): string {
  return '0'.padEnd(name.length);
}

/** The parts of an expression that are looked at and not used. */
function askedAbout(node: AnyNode): (AnyNode | undefined)[] {
  switch (node.type) {
    case 'BinaryExpression':
      return /^[!=]==?$/.test(node.operator) ? [node.left, node.right] : [];
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === 'typeof' ? [node.argument] : [];
    case 'IfStatement':
    case 'ConditionalExpression':
      return [node.test];
    case 'LogicalExpression':
      return node.operator === '&&' ? [node.left] : [];
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'getType'
        ? node.arguments
        : [];
    default:
      return [];
  }
}
