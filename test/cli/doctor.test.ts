import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doctor } from '../../src/cli/doctor.ts';
import { startDoctoredSite, type DoctoredSite } from '../doctor/doctored-site.ts';
import { printHar } from '../doctor/har.ts';
import { captureOutput } from './capture-output.ts';

const output = captureOutput();
let site: DoctoredSite;
let folder: string;

beforeAll(async () => {
  site = await startDoctoredSite();
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  await writeFile(join(folder, 'ca.pem'), site.authority);
});
afterAll(async () => {
  site.close();
  await rm(folder, { recursive: true });
});

const examine = (...args: string[]) =>
  doctor.run([...site.args, '--ca', join(folder, 'ca.pem'), ...args]);

describe('first-party-id doctor', () => {
  test('says that a good site is good, and ends with 0', async () => {
    expect(await examine('www.example.com', '--endpoint', 'id.example.com')).toBe(0);
    expect(output.stderr).toBe('');
    expect(output.stdout).toContain(
      'page      https://www.example.com/\nendpoint  https://id.example.com/\n\nNames\n',
    );
    expect(output.stdout).toMatch(/\n {2}✓ pass {2}CNAME +id\.example\.com is no alias\n/);
    expect(output.stdout).toMatch(/\n {2}Chrome, Edge +400 days {2}the most it allows\n/);
    expect(output.stdout).toMatch(/\n\d+ pass, 0 warn, 0 fail\n$/);
  });

  test('ends with 0 for a good site that is not live yet', async () => {
    site.seed({ zone: { 'www.example.com': {}, 'id.example.com': {} } });
    expect(await examine('www.example.com', '--endpoint', 'id.example.com')).toBe(0);
    site.seed({});
    expect(output.stdout).toMatch(/\n {2}! warn {2}Address +id\.example\.com has no address/);
    expect(output.stdout).toMatch(/\n {2}Safari +unknown /);
    expect(output.stdout).toMatch(/, 2 warn, 0 fail\n$/);
  });

  test('takes the path /fpid for the endpoint when none is given', async () => {
    site.seed({});
    expect(await examine('https://www.example.com')).toBe(0);
    expect(output.stdout).toContain('endpoint  https://www.example.com/fpid\n');
  });

  test('names fault and remedy, a line each, and ends with 1', async () => {
    site.seed({ configuration: { maxAgeDays: 3 } });
    expect(await examine('www.example.com')).toBe(1);
    site.seed({});
    expect(output.stdout).toMatch(
      /\n {2}✗ fail {2}Max-Age +3 days, so visitors are soon new\n +→ Raise maxAgeDays in /,
    );
    expect(output.stdout).toContain(', 1 fail\n');
  });

  test('goes where the DNS server says when nothing else is told', async () => {
    const [, resolver = '', , address = ''] = site.args;
    const origin = `https://www.example.com:${address.split(':')[1]}`;
    const records = { NS: ['ns1.example.net', 'ns2.example.net'], A: ['127.0.0.1'] };
    site.seed({
      zone: { 'www.example.com': records },
      configuration: { sites: [{ origins: [origin], cookieDomain: 'example.com' }] },
    });
    const ca = join(folder, 'ca.pem');
    expect(await doctor.run([origin, '--resolver', resolver, '--ca', ca])).toBe(0);
    site.seed({});
    expect(output.stdout).toMatch(/Name servers +www\.example\.com: ns1/);
  });

  test('prints the report for programs', async () => {
    expect(await examine('www.example.com', '--json')).toBe(0);
    expect(JSON.parse(output.stdout)).toMatchObject({
      page: 'https://www.example.com/',
      endpoint: 'https://www.example.com/fpid',
      findings: expect.arrayContaining([
        { group: 'Clock', check: 'Date', level: 'pass', found: expect.any(String), remedy: '' },
      ]),
      lifetimes: expect.arrayContaining([
        expect.objectContaining({ browser: 'Safari', days: 730 }),
      ]),
    });
  });

  test('reads a recording', async () => {
    const file = join(folder, 'visit.har');
    await writeFile(
      file,
      printHar([{ url: 'https://www.example.com/', cookie: '_d8a=1; _d8a=2' }]),
    );
    expect(await examine('www.example.com', '--har', file)).toBe(1);
    expect(output.stdout).toContain('https://www.example.com/ is sent _d8a twice');
  });

  test('says in one line that nothing answers', async () => {
    const args = ['--connect', '127.0.0.1:1', '--resolver', site.args[1] ?? ''];
    expect(await doctor.run(['www.example.com', ...args])).toBe(1);
    expect(output.stdout).toMatch(/fail {2}Endpoint +https:\S+\/fpid\/healthz: .*ECONNREFUSED/);
    expect(output.stdout).not.toContain('/forget');
  });

  test.each([
    [[], 'No URL is given.'],
    [['a', 'b'], '"b" is too much. Accepted: one URL.'],
    [['ftp://a'], 'URL: "ftp://a" is refused. Accepted: an address such as'],
    [['a', '--endpoint', 'https://'], '--endpoint: "https://" is refused.'],
    [['a', '--resolver', 'dns.example'], '--resolver: "dns.example" is refused. Accepted: an IP'],
    [['a', '--connect', 'host'], '--connect: "host" is refused. Accepted: a host and a port'],
    [['a', '--resolver', '192.0.2.53:0'], '--resolver: "192.0.2.53:0" is refused.'],
    [['a', '--resolver', '[::1]:65536'], '--resolver: "[::1]:65536" is refused.'],
    [['a', '--connect', 'host:0'], '--connect: "host:0" is refused.'],
    [
      ['a', '--ca', 'README.md'],
      '--ca: "README.md" is refused. Accepted: a file with certificates',
    ],
    [['a', '--ca', 'src'], '--ca: "src" is refused (EISDIR: '],
    [['a', '--har', 'none.har'], '--har: "none.har" is refused (ENOENT: '],
    [['a', '--har', 'package.json'], "package.json: / must have required property 'log'."],
    [['a', '--har', 'README.md'], 'README.md: is no JSON'],
    [['a', '--loud'], "Unknown option '--loud'"],
  ])('refuses %j with exit code 2', async (args, start) => {
    expect(await doctor.run(args)).toBe(2);
    expect(output.stderr.slice(0, start.length)).toBe(start);
    expect(output.stdout).toBe('');
  });
});
