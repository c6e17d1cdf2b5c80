import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { test as testCommand } from '../../src/cli/test.ts';
import { captureOutput } from './capture-output.ts';
import { templateText, writeFiles } from './write-templates.ts';

const output = captureOutput();
const tests = `scenarios:
- name: passes
  code: assertThat(runCode({})).isEqualTo(1);
- name: fails <&> "so"
  code: |-
    const list = [1, 'the second of all the items', 'the third of all the items'];
    assertThat(list).isEqualTo([1, 'the second of all the items', 'another']);`;

const mixed = templateText({ tests });
const sound = templateText({ tests: 'scenarios:\n- name: passes\n  code: runCode({});' });

describe('first-party-id test', () => {
  test('prints a tree with the failing line and what is different', async () => {
    const folder = writeFiles({ 'a.tpl': mixed, 'b.tpl': templateText(), 'c.tpl': 'foreign' });
    expect(await testCommand.run([folder])).toBe(1);
    expect(output.stdout.replaceAll(folder, '')).toBe(`/a.tpl
  ✓ passes
  ✗ fails <&> "so"
    scenario (2:18): Expected [1, "the second of all the items", "the third of all the items"] to equal [1, "the second of all the items", "another"].
      2 | assertThat(list).isEqualTo([1, 'the second of all the items', 'another']);
      - expected
      + actual
      - [1, "the second of all the items", "another"]
      + [
      +   1,
      +   "the second of all the items",
      +   "the third of all the items",
      + ]
/b.tpl
  no scenarios
/c.tpl (1:1): INFO: is missing: the file has no section; accepted: a line ___INFO___ and its text
1 passed, 1 failed, 1 not read
`);
    expect(output.stderr).toBe('');
  });

  test('gives 0 when all have passed', async () => {
    const folder = writeFiles({ 'a.tpl': sound });
    expect(await testCommand.run([join(folder, '*.tpl')])).toBe(0);
    expect(output.stdout).toContain('1 passed, 0 failed\n');
  });

  test('runs the scenarios whose name matches', async () => {
    const folder = writeFiles({ 'a.tpl': mixed });
    expect(await testCommand.run(['--grep', '^pas+', folder])).toBe(0);
    expect(output.stdout).not.toContain('fails');
  });

  test('fails where no name matches, which would hide a slip of the pen', async () => {
    const folder = writeFiles({ 'a.tpl': sound });
    expect(await testCommand.run(['--grep', 'pased', folder])).toBe(1);
    expect(output.stderr).toBe('--grep: no scenario has a name that matches.\n');
  });

  test('prints JSON', async () => {
    const folder = writeFiles({ 'a.tpl': mixed, 'c.tpl': 'foreign' });
    expect(await testCommand.run(['--reporter', 'json', folder])).toBe(1);
    const report: unknown = JSON.parse(output.stdout);
    expect(report).toMatchObject({
      passed: 1,
      failed: 1,
      unread: 1,
      files: [
        {
          file: join(folder, 'a.tpl'),
          scenarios: [
            { name: 'passes', passed: true, millis: expect.any(Number), failures: [] },
            { passed: false, failures: [{ place: { in: 'scenario', line: 2 } }] },
          ],
        },
        { failure: expect.stringContaining('INFO'), scenarios: [] },
      ],
    });
  });

  test('prints the XML of JUnit', async () => {
    const folder = writeFiles({ 'a.tpl': mixed, 'c.tpl': 'foreign' });
    expect(await testCommand.run(['--reporter', 'junit', folder])).toBe(1);
    const xml = output.stdout.replaceAll(folder, '').replaceAll(/time="[\d.]+"/g, 'time=""');
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
    expect(xml).toContain('<testsuites tests="2" failures="1" errors="1">');
    expect(xml).toContain('<testsuite name="/a.tpl" tests="2" failures="1" errors="0" time="">');
    expect(xml).toContain('<testcase classname="/a.tpl" name="passes" time=""/>');
    expect(xml).toContain('name="fails &lt;&amp;&gt; &quot;so&quot;" time=""><failure message="');
    expect(xml).toContain('<testcase name="/c.tpl"><error message="/c.tpl (1:1): INFO: is missing');
  });

  test.each<[string[], string]>([
    [['--reporter', 'none', 'a.tpl'], '"none" is refused. Accepted: tree, junit, json.'],
    [['--grep', '(', 'a.tpl'], '--grep: Invalid regular expression'],
    [['--what', 'a.tpl'], "Unknown option '--what'"],
    [[], 'No file is given.'],
  ])('refuses %j', async (args, message) => {
    expect(await testCommand.run(args)).toBe(2);
    expect(output.stderr).toContain(message);
  });

  test('runs again when a file changes, until it is stopped', async () => {
    const folder = writeFiles({ 'a.tpl': sound });
    const file = join(folder, 'a.tpl');
    const controller = new AbortController();
    const done = testCommand.run(['--watch', file], controller.signal);
    await until(() => output.stderr.includes('Waiting for changes.'));
    writeFileSync(file, mixed);
    appendFileSync(file, '\n');
    await until(() => output.stdout.includes('1 passed, 1 failed'));
    controller.abort();
    expect(await done).toBe(0);
  });

  test('a pattern that would try for ever does not', async () => {
    const code = "return data.text.match('^(a+)+$');";
    const text = 'a'.repeat(60) + '!';
    const scenario = `scenarios:\n- name: quick\n  code: 'assertThat(runCode({text: "${text}"})).isNull();'`;
    const folder = writeFiles({ 'a.tpl': templateText({ code, tests: scenario }) });
    expect(await testCommand.run([folder])).toBe(0);
  });
});

/** Looks again and again; the limit of the test ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
