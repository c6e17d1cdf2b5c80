import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/cli/build.ts';
import { writeFolder } from '../generator/write-folder.ts';

let output = '';

beforeEach(() => {
  output = '';
  const keep = (text: unknown): boolean => {
    output += String(text);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('first-party-id build', () => {
  test('writes the template, making its folder', async () => {
    const from = writeFolder({});
    const out = join(from, 'new', 'small.tpl');
    expect(await build.run(['--from', from, '--out', out])).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('data.gtmOnSuccess();');
    expect(output).toBe(`${out} written\n`);
  });

  test('checks a fresh file, a stale one and one that is not there', async () => {
    const from = writeFolder({});
    const out = join(from, 'small.tpl');
    const options = ['--from', from, '--out', out];
    expect(await build.run([...options, '--check'])).toBe(1);
    expect(output).toBe(
      `${out} does not exist. Run: first-party-id build --from ${from} --out ${out}\n`,
    );
    await build.run(options);
    expect(await build.run([...options, '--check'])).toBe(0);
    appendFileSync(out, ' ');
    expect(await build.run(['--check', ...options])).toBe(1);
    expect(output).toMatch(
      /small\.tpl is stale\. Run: first-party-id build --from \S+ --out \S+\n$/,
    );
  });

  test('fails with the place when the build is refused', async () => {
    const from = writeFolder({ 'tag/main.ts': 'data.gtmOnSuccess(window);' });
    expect(await build.run(['--from', from, '--out', join(from, 'a.tpl')])).toBe(1);
    expect(output).toMatch(/^tag\/main\.ts \(1:19\): window is not declared\./);
  });

  test('fails when the folder has no main.ts', async () => {
    const from = join(writeFolder({}), 'nothing');
    expect(await build.run(['--from', from, '--out', join(from, 'a.tpl')])).toBe(1);
    expect(output).toContain('nothing');
  });

  test.each([
    [['--chek'], '--chek'],
    [['file.tpl'], 'file.tpl'],
    [['--from', 'a'], '--from needs --out'],
    [['--from', 'a', '--config', 'b'], '--config and --from exclude each other'],
    [['--data-layer', 'a'], '--data-layer goes with --from'],
  ])('does not take %j', async (args, message) => {
    expect(await build.run(args)).toBe(2);
    expect(output).toContain(message);
    expect(output).toContain('first-party-id build [--config FILE]');
  });
});

describe('first-party-id build --config', () => {
  const writeConfig = (settings: unknown): string => {
    const file = join(writeFolder({}), 'identity.json');
    writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
    return file;
  };

  test('writes both containers for the site, and knows them as fresh', async () => {
    const config = writeConfig({
      propertyIds: 'P',
      serverUrl: 'www.example.com/ids/',
      snowplow: true,
      consentTool: 'usercentrics',
      dataLayerName: 'siteLayer',
      server: { sites: [{ origins: 'https://www.example.com', cookieDomain: 'example.com' }] },
    });
    const out = join(config, '..', 'site');
    expect(await build.run(['--config', config, '--out', out])).toBe(0);
    expect(await build.run(['--config', config, '--out', out, '--check'])).toBe(0);
    const web = readFileSync(join(out, 'web-container.json'), 'utf8');
    expect(web).toContain('"value": "www.example.com/ids/"');
    expect(web).toContain('"value": "snowplow.domainUserId"');
    expect(web).toMatch(/"key": "waitForUpdateMillis",\s+"value": "2000"/);
    expect(web).toContain(
      'access_globals (d8aLayer read; google_tag_data.ics.entries read; firstPartyId read write; siteLayer read write)',
    );
    const server = readFileSync(join(out, 'server-container.json'), 'utf8');
    expect(server).toMatch(/"key": "cookieDomain",\s+"value": "example.com"/);
    expect(server).toMatch(/"key": "basePath",\s+"value": "\/ids"/);
    expect(server).toMatch(/"key": "snowplowPrefixes",\s+"value": "_sp_"/);
  });

  test.each([
    [{ consentTool: 'cookibot' }, '/consentTool is "cookibot"; accepted: "none", "cookiebot"'],
    [{ propertyIds: 5 }, '/propertyIds is 5; accepted: a string'],
    [{ sessionTimeoutMinutes: -1 }, '/sessionTimeoutMinutes is -1'],
    [{ propertyID: 'P' }, 'has the unknown key "propertyID"; accepted: propertyIds'],
    [{ server: { sites: [{}] } }, '/server/sites/0 has no "origins", which is required'],
    [{ action: 'forget' }, 'has the unknown key "action"'],
    [{ dataLayerName: 'no name' }, '"no name" is no name of a variable'],
    [{ serverUrl: '{{Mine}}' }, 'has {{Mine}}, and the container has no such variable'],
    ['{', 'identity.json:1:2: not valid JSON'],
  ])('refuses %j', async (settings, message) => {
    const config = writeConfig(settings);
    expect(await build.run(['--config', config, '--out', join(config, '..')])).toBe(1);
    expect(output).toContain(message);
  });
});
