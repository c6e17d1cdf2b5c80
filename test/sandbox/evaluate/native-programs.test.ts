import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from './evaluate.ts';

/** Whole programs in the language that the sandbox and JavaScript have in common. */
const names = ['a', 'b', 'c'] as const;
const name = fc.constantFrom(...names);
const key = fc.constantFrom('x', 'y', 'zed');

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const pair = (make: (left: string, right: string) => string): fc.Arbitrary<string> =>
    fc.tuple(inner, inner).map(([left, right]) => make(left, right));
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.integer({ min: -9, max: 99 }).map((number) => `(${number})`),
      fc.string({ maxLength: 3 }).map((text) => JSON.stringify(text)),
      name,
      fc.constantFrom('true', 'null', 'undefined', 'list.length', 'bag.x', 'list[1]', 'list[0]'),
      fc
        .tuple(inner, fc.constantFrom(...'+ - * / % < >= === != && ||'.split(' ')), inner)
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(inner, inner, inner).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
      pair((left, right) => `twice(${left}, ${right})`),
      pair((left, right) => `[${left}, ${right}]`),
      pair((left, right) => `({ x: ${left}, zed: ${right} })`),
      pair((left, right) => `text(${left}).split(text(${right})).length`),
      pair((left, right) => `text(${left}).replace(text(${right}), 'r')`),
      pair((left, right) => `text(${left}).substring(0, 3).concat(text(${right}).trim())`),
      pair(
        (left, right) => `[${left}, ${right}, a].filter((x) => x).map((x) => text(x)).join('|')`,
      ),
      inner.map((value) => `(function (x) { return [x, arguments.length]; })(${value}, 1)`),
      inner.map((value) => `((x) => (y) => text(x) + y)(${value})(c)`),
      inner.map((value) => `typeof ${value}`),
      inner.map((value) => `!${value}`),
    ),
  };
});

const { statement } = fc.letrec<{ statement: string }>((tie) => {
  const block = fc.array(tie('statement'), { maxLength: 3 }).map((all) => `{ ${all.join(' ')} }`);
  return {
    statement: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.tuple(name, expression).map(([target, value]) => `${target} = ${value};`),
      fc.tuple(name, expression).map(([target, value]) => `${target} += ${value};`),
      fc.tuple(key, expression).map(([target, value]) => `bag.${target} = ${value};`),
      expression.map((value) => `list.push(${value});`),
      expression.map((value) => `if (list.length) list[0] = ${value};`),
      expression.map((value) => `later.push(() => text(${value}));`),
      fc.constantFrom('list.pop();', 'list.reverse();', 'count++;', 'list.shift();', '--count;'),
      fc.tuple(expression, block, block).map(([test, yes, no]) => `if (${test}) ${yes} else ${no}`),
      block.map((body) => `for (let i = 0; i < 3; i++) { a = i; later.push(() => i); ${body} }`),
      block.map((body) => `for (const k in bag) { b = k; ${body} }`),
      block.map((body) => `for (const item of list.slice(0, 3)) { c = item; ${body} }`),
      block.map((body) => `{ let n = 3; while (n-- > 0) { if (n === 1) continue; ${body} } }`),
      block.map((body) => `{ let n = 2; do ${body} while (--n > 0); }`),
      fc
        .tuple(expression, block, block)
        .map(
          ([value, first, rest]) =>
            `switch (${value}) { case 1: ${first} case 'x': break; default: ${rest} }`,
        ),
      block.map((body) => `(function () { var a = count; ${body} list.push(a); })();`),
      fc
        .tuple(expression, expression)
        .map(([test, value]) => `if (${test} === 7) return ${value};`),
      block.map(
        (body) => `{ const fixed = 'inner'; later.push(() => fixed); { let b = fixed; ${body} } }`,
      ),
    ),
  };
});

/** Objects print alike in both; a program cannot go on for ever, and lists are cut. */
const frame = (body: string): string => `
let a = 1; let b = 'two'; let c = [3]; let count = 0;
const list = [1, 'x']; const bag = { zed: 1, x: 'y' }; const later = [];
function text(value) { return ('' + value).slice(0, 40); }
function twice(x, y) { return calls++ > 50 ? 0 : hoisted(x) + text(y); function hoisted(z) { return z; } }
var calls = 0;
const result = (function () { ${body} return 'end'; })();
return [result, a, b, c, count, list.slice(0, 50), bag, later.slice(0, 20).map((f) => f())];`;

test('programs of functions, loops, closures, objects, arrays and strings agree with JavaScript', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), (body) => {
      const source = frame(body.join('\n'));
      expect(outcome(() => evaluate(source))).toEqual(
        outcome(() => (new Function(source) as () => unknown)()),
      );
    }),
    { numRuns: 600, seed: 20261121 },
  );
});

/** The value as JSON, which knows neither cycles nor functions; or that it throws. */
function outcome(run: () => unknown): unknown {
  try {
    return JSON.stringify(run(), (_key, value: unknown) =>
      value === undefined ? '(none)' : value,
    );
  } catch {
    return 'throws';
  }
}
