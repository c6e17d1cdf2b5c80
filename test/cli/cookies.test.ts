import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { cookies } from '../../src/cli/cookies.ts';
import { captureOutput } from './capture-output.ts';
import { writeFiles } from './write-templates.ts';

const output = captureOutput();

const writeSettings = (settings: object) =>
  join(writeFiles({ 'identity.json': JSON.stringify(settings) }), 'identity.json');

describe('first-party-id cookies', () => {
  test('prints Markdown from the file that build takes, with the defaults of the form', async () => {
    const file = writeSettings({ propertyIds: 'p1', serverUrl: 'www.example.com/fpid' });
    expect(await cookies.run(['--config', file])).toBe(0);
    expect(output.stdout).toMatch(/^## Cookies\n\n\| Name /);
    expect(output.stdout).toContain('| `_d8a_p1` | cookie |');
    expect(output.stdout).toContain('| `first_party_backup` | cookie |');
    expect(output.stdout).toContain('| 730 days; browsers keep it at most 400 days |');
  });

  test('knows what the consent tool and Global Privacy Control change', async () => {
    const file = writeSettings({ propertyIds: 'p1', globalPrivacyControl: true });
    expect(await cookies.run(['--config', file, '--format', 'json'])).toBe(0);
    expect(JSON.parse(output.stdout).consent.at(-1).answer).toMatch(/^Yes/);
  });

  test('prints HTML', async () => {
    const file = writeSettings({ propertyIds: 'p1', server: { maxAgeDays: 90 } });
    expect(await cookies.run(['--config', file, '--format', 'html'])).toBe(0);
    expect(output.stdout).toMatch(/^<table>\n/);
  });

  test('reads a file that begins with a byte order mark', async () => {
    const folder = writeFiles({ 'identity.json': '\uFEFF{ "propertyIds": "p1" }\r\n' });
    expect(await cookies.run(['--config', join(folder, 'identity.json')])).toBe(0);
    expect(output.stdout).toContain('| `_d8a_p1` | cookie |');
  });

  test('names the place of what is not JSON', async () => {
    const folder = writeFiles({ 'identity.json': '{\n  "propertyIds": "p1",\n}' });
    expect(await cookies.run(['--config', join(folder, 'identity.json')])).toBe(1);
    expect(output.stderr).toMatch(/identity\.json:3:1: not valid JSON\. Accepted: /);
  });

  test('refuses a file with words that are none, with exit code 1', async () => {
    const file = writeSettings({ propertyId: 'p1' });
    expect(await cookies.run(['--config', file])).toBe(1);
    expect(output.stderr).toContain(file);
    expect(output.stdout).toBe('');
  });

  test.each([
    [[], 'No --config is given.'],
    [['--config', 'x', '--format', 'pdf'], '--format: "pdf" is refused. Accepted: md, html, json.'],
    [['--loud'], "Unknown option '--loud'"],
  ])('refuses %j with exit code 2', async (args, start) => {
    expect(await cookies.run(args)).toBe(2);
    expect(output.stderr.slice(0, start.length)).toBe(start);
  });
});
