import { describe, expect, test } from '@jest/globals';
import {
  compileProgram,
  runProgram,
  SandboxSyntaxError,
} from '../../../src/sandbox/evaluate/index.ts';
import { SandboxError, SandboxFunction } from '../../../src/sandbox/values/index.ts';
import { evaluate } from './evaluate.ts';

describe('errors at run time', () => {
  test.each<[string, string]>([
    ['undefined.x', "code.js (1:1): Cannot read properties of undefined (reading 'x')"],
    ['const o = {};\no.a.b;', "code.js (2:1): Cannot read properties of undefined (reading 'b')"],
    ["null['x'];", "code.js (1:1): Cannot read properties of null (reading 'x')"],
    ['undefined.x();', "code.js (1:11): Cannot read properties of undefined (reading 'x')"],
    ['undefined.x = 1;', "code.js (1:1): Can't set property x of undefined."],
    ['null.x = 1;', "code.js (1:1): Can't set property x of null."],
    ['undefined.x++;', "code.js (1:1): Cannot read properties of undefined (reading 'x')"],
    ['x = 1;', 'code.js (1:1): x is not declared, so nothing can be assigned to it'],
    ['x++;', 'code.js (1:1): x is not declared, so nothing can be assigned to it'],
    ['const f = 1;\n  f();', 'code.js (2:3): f is not a function'],
    ['(1)();', 'code.js (1:1): What is called is not a function'],
    ["'a'.startsWith('a');", 'code.js (1:5): startsWith is not a function'],
    ['(1).toFixed(2);', 'code.js (1:5): toFixed is not a function'],
    ['true.valueOf();', 'code.js (1:6): valueOf is not a function'],
    ['[].includes(1);', "code.js (1:4): Object has no 'includes' property."],
    ['({}).valueOf();', "code.js (1:6): Object has no 'valueOf' property."],
    ['(() => 1).call();', "code.js (1:11): Object has no 'call' property."],
    ['[].length = -1;', 'code.js (1:1): Invalid array length'],
    ["'a+b'.match('+');", 'code.js (1:7): Invalid regular expression: /+/: Nothing to repeat'],
    ['const o = {}; const h = o.hasOwnProperty; h(1);', 'code.js (1:43): h is not a function'],
    [
      'const f = () => {\n  return g.h;\n};\nlet g;\nf();',
      "code.js (2:10): Cannot read properties of undefined (reading 'h')",
    ],
    ['[1].map(x => x.y.z);', "code.js (1:14): Cannot read properties of undefined (reading 'z')"],
  ])('%s throws %s', (source, message) => {
    expect(() => evaluate(source)).toThrow(
      expect.objectContaining({ name: 'SandboxError', message }),
    );
  });

  test('names the innermost call for what a function from outside throws, and keeps it as cause', () => {
    const cause = new TypeError('page is broken');
    const fail = new SandboxFunction('fail', () => {
      throw cause;
    });
    const program = compileProgram('const f = () =>\n  fail();\nf();', 'tag.js');
    const run = () => runProgram(program, new Map([['fail', fail]]));
    expect(run).toThrow('tag.js (2:3): page is broken');
    expect(run).toThrow(
      expect.objectContaining({ name: 'SandboxError', place: 'tag.js (2:3)', cause }),
    );
  });

  test('keeps a SandboxError of an API as it is, with the place', () => {
    const error = new SandboxError('denied');
    const deny = new SandboxFunction('deny', () => {
      throw error;
    });
    expect(() => evaluate('deny();', { deny })).toThrow(error);
    expect(error.message).toBe('code.js (1:1): denied');
    expect(error.reason).toBe('denied');
  });
});

describe('errors at compile time', () => {
  test.each<[string, string]>([
    ['const x = ;', 'code.js (1:11): Unexpected token.'],
    ['let a = 1;\n  new Date();', 'code.js (2:3): There is no new. Use literals: {} and [].'],
    ['return `a`;', "code.js (1:8): There are no template literals. Join with +: 'a' + b."],
  ])('%s is refused: %s', (source, message) => {
    expect(() => compileProgram(source, 'code.js')).toThrow(SandboxSyntaxError);
    expect(() => compileProgram(source, 'code.js')).toThrow(message);
  });
});
