/** What test code has beside `require`. */
export const testGlobals: readonly string[] = [
  'assertApi',
  'assertThat',
  'fail',
  'mock',
  'mockObject',
  'runCode',
];
