import tseslint from 'typescript-eslint';

/** Constructs that GTM's sandboxed JavaScript does not have, and how to write them instead. */
const dialect = [
  ['ClassDeclaration, ClassExpression', 'Classes: use functions and plain objects.'],
  ['NewExpression', '`new`: there are no constructors; use literals.'],
  ['ThisExpression', '`this`: functions have no `this`; pass the value.'],
  ['TemplateLiteral', 'Template literals: join with `+`.'],
  ['ObjectPattern, ArrayPattern', 'Destructuring: read the properties one by one.'],
  ['SpreadElement, RestElement', 'Spread and rest: use `concat`, or name the parameters.'],
  ['AssignmentPattern', 'Default parameters: test for `undefined` in the body.'],
  ['Property[shorthand=true]', 'Shorthand properties: write `name: name`.'],
  ['Property[computed=true]', 'Computed keys: assign with `object[key] = value`.'],
  ['Property[method=true]', 'Method shorthand: write `name: function () {}` or an arrow.'],
  ['Literal[regex]', 'Regular expressions: use indexOf, split and slice.'],
  ['TryStatement', '`try`: there is none; exceptions are caught only by callLater.'],
  ['ThrowStatement', '`throw`: an exception kills the tag; return a value.'],
  ['ChainExpression', '`?.`: test for `undefined` first.'],
  ["LogicalExpression[operator='??']", '`??`: test for `undefined`.'],
  ["BinaryExpression[operator='**']", '`**`: use Math.pow.'],
  ["BinaryExpression[operator='in']", '`in`: use hasOwnProperty.'],
  ["BinaryExpression[operator='instanceof']", '`instanceof`: use getType.'],
  ["UnaryExpression[operator='delete']", "`delete`: use require('Object').delete."],
  ["UnaryExpression[operator='void']", '`void`: write `undefined`.'],
  ["UnaryExpression[operator='+']", 'Unary plus: use makeNumber.'],
  ['AwaitExpression, YieldExpression', 'async and generators: use callbacks.'],
  ['FunctionDeclaration[async=true], ArrowFunctionExpression[async=true]', 'async: use callbacks.'],
  ['DoWhileStatement', '`do…while`: use `while`.'],
  ['LabeledStatement', 'Labels: return from a function.'],
].map(([selector, message]) => ({ selector, message: `Not in the sandbox. ${message}` }));

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'template'] },
  ...tseslint.configs.strict,
  { rules: { '@typescript-eslint/no-explicit-any': 'error' } },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/gtm/**/*.ts'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...dialect],
      // The sandbox has no modules; `require` is how it gives its APIs.
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    // Setup and scenarios are joined into one program; each uses the other's names.
    files: ['src/gtm/*/scenarios/*.js'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    // The form and the texts around it are data for the generator; they never reach the sandbox.
    files: [
      'src/gtm/*/{info,fields,permissions}.ts',
      'src/gtm/containers/*.ts',
      'src/gtm/form-fields.ts',
      'src/core/reason-texts.ts',
    ],
    rules: { 'no-restricted-syntax': 'off', 'max-lines': 'off' },
  },
);
