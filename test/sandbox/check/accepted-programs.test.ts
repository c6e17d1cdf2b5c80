import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProgram } from '../../../src/sandbox/check/index.ts';
import { compileProgram } from '../../../src/sandbox/evaluate/index.ts';

const tokens =
  'const let var function return if else for while switch case default break in of new this typeof ( ) { } [ ] ; , : ? . = => + - ++ += * ... `a` /x/ 1 "s" x data a.b f(x) true null arguments class try catch async ** ??'.split(
    ' ',
  );

const statement = fc.oneof(
  fc.constantFrom(
    'const x = 1;',
    'let a = {b: 1};',
    'function f(a) { return a; }',
    'for (const k in data) { f(k); }',
    'if (data.x) { x = 2; } else { return 1; }',
    'switch (x) { case 1: break; default: x++; }',
    'const g = (a) => a.b;',
    'data.x = [1, , f(x)];',
  ),
  fc.array(fc.constantFrom(...tokens), { maxLength: 8 }).map((list) => list.join(' ')),
);

test('whatever the checker accepts compiles, and it never throws', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 4 }), (statements) => {
      const source = statements.join('\n');
      const { problems } = checkProgram(source, { file: 'main.js', sourceType: 'script' });
      const places = problems.map(({ line, column }) => line * 1000 + column);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      if (problems.length === 0) compileProgram(source, 'main.js');
    }),
    { numRuns: 3000, seed: 20260803 },
  );
});
