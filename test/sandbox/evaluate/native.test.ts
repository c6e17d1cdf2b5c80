import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from './evaluate.ts';

/** Expressions whose value the sandbox and JavaScript agree about. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const pair = (make: (a: string, b: string) => string) =>
    fc.tuple(inner, inner).map(([a, b]) => make(a, b));
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.integer({ min: -99, max: 99 }).map((n) => `(${n})`),
      fc.double({ noNaN: true, min: -10, max: 10 }).map((n) => `(${n})`),
      fc.string({ maxLength: 4 }).map((text) => JSON.stringify(text)),
      fc.constantFrom('true', 'false', 'null', 'undefined', '[]'),
      fc
        .tuple(
          inner,
          fc.constantFrom(...'+ - * / % < <= > >= == != === !== && || & | ^ << >> >>>'.split(' ')),
          inner,
        )
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(fc.constantFrom('-', '!', '~', 'typeof '), inner)
        .map(([operator, a]) => `(${operator}(${a}))`),
      fc.tuple(inner, inner, inner).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
      fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      pair((a, b) => `('' + ${a}).split('' + ${b})`),
      pair((a, b) => `('' + ${a}).slice(${b})`),
      pair((a, b) => `('' + ${a}).indexOf(${b})`),
      pair((a, b) => `('' + ${a}).concat(${b})`),
      pair((a, b) => `('' + ${a}).substring(${b}).toUpperCase()`),
      pair((a, b) => `[${a}, 1].concat(${b})`),
      pair((a, b) => `[${a}, ${b}].map((x) => x + ${b})`),
      pair((a, b) => `[${a}, ${b}].filter((x) => x)`),
      pair((a, b) => `[${a}, ${b}].slice(${a}, ${b}).length`),
      pair((a, b) => `[${a}, 2, ${b}].reduce((x, y) => x + ',' + y)`),
      pair((a, b) => `[3, ${a}, ${b}].sort()`),
      pair((a, b) => `[${a}].join(${b} || '-')`),
      pair((a, b) => `(function (x, y) { const z = x; x = y; return [x, z]; })(${a}, ${b})`),
      pair(
        (a, b) =>
          `((x, y) => { let n = 0; for (const c of '' + x + y) { if (c < 'a') n++; } return n; })(${a}, ${b})`,
      ),
      pair(
        (a, b) =>
          `((o) => { let s = ''; for (const k in o) s += k + o[k]; return s; })({b: ${a}, a: ${b}})`,
      ),
    ),
  };
});

test('agrees with JavaScript where both say the same', () => {
  fc.assert(
    fc.property(expression, (source) => {
      const native = new Function(`return ${source};`) as () => unknown;
      expect(evaluate(`return ${source};`)).toEqual(native());
    }),
    { numRuns: 2000, seed: 20260801 },
  );
});

test('a loop with closures agrees with JavaScript', () => {
  const steps = fc.array(
    fc.constantFrom(
      'i++;',
      'f.push(() => i);',
      'if (i > 2) continue;',
      'let j = i; f.push(() => j++);',
      's += i;',
      'if (s > 9) break;',
      '{ const i = s; f.push(() => i); }',
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(steps, (body) => {
      const statements = body
        .map((step) => (step.startsWith('let') ? `{ ${step} }` : step))
        .join(' ');
      const source = `const f = []; let s = 0; for (let i = 0; i < 5; i++) { ${statements} } return f.map((g) => g() + ':' + g()).join() + s;`;
      const native = new Function(source) as () => unknown;
      expect(evaluate(source)).toBe(native());
    }),
    { numRuns: 500, seed: 20260802 },
  );
});
