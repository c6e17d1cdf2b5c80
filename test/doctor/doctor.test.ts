import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { diagnose, type Diagnosis } from '../../src/doctor/index.ts';
import { makeCredentials } from '../browser/authority.ts';
import { startDoctoredSite, withHeaders, type DoctoredSite } from './doctored-site.ts';
import { goodHar, recordedOddities, recordingFaults } from './recording-faults.ts';
import { siteFaults } from './site-faults.ts';
import { siteOddities } from './site-oddities.ts';

let site: DoctoredSite;

beforeAll(async () => {
  site = await startDoctoredSite();
});
afterAll(() => site.close());

const complaintsOf = ({ findings }: Diagnosis) => findings.filter(({ level }) => level !== 'pass');
const nameOf = ({ group, check }: Diagnosis['findings'][number]) => `${group}: ${check}`;

/** Part and check of each line in the README's table. */
const documented = new Set(
  [...readFileSync('src/doctor/README.md', 'utf8').matchAll(/^\| (.+?) +\| (.+?) +\|/gm)]
    .slice(2)
    .flatMap(([, group = '', checks = '']) =>
      checks.split(', ').map((check) => `${group}: ${check}`),
    ),
);
describe('the doctor', () => {
  test.each(['https://id.example.com', 'https://www.example.com/fpid'])(
    'has no complaint about a good site with its endpoint at %s',
    async (endpoint) => {
      const diagnosis = await site.examine({ har: goodHar }, endpoint);
      expect(complaintsOf(diagnosis)).toEqual([]);
      expect(new Set(diagnosis.findings.map(nameOf))).toEqual(documented);
    },
  );

  // One after the other, each alone.
  test.each([...siteFaults, ...recordingFaults])(
    'finds %s, and nothing else',
    async (_, check, found, remedy, fault) => {
      expect(complaintsOf(await site.examine(fault))).toEqual([
        expect.objectContaining({
          check,
          found: expect.stringContaining(found),
          remedy: expect.stringContaining(remedy),
        }),
      ]);
    },
  );

  test.each([...siteOddities, ...recordedOddities])(
    'has no complaint about %s',
    async (_, oddity) => {
      expect(complaintsOf(await site.examine(oddity))).toEqual([]);
    },
  );

  test.each([
    ['expired', { notBeforeDate: daysFromNow(-30), notAfterDate: daysFromNow(-1) }, 'has expired'],
    ['about to expire', { notBeforeDate: daysFromNow(-80), notAfterDate: daysFromNow(10) }, ', 9'],
    ['not valid yet', { notBeforeDate: daysFromNow(2) }, 'is not valid yet'],
  ])('finds a certificate that is %s', async (_, validity, found) => {
    const complaints = complaintsOf(
      await site.examine({ certificate: await makeCredentials(validity) }),
    );
    expect(complaints.map(({ check }) => check)).toEqual(['Certificate', 'Certificate']);
    expect(complaints[0]?.found).toContain(found);
  });

  test('finds a certificate for other hosts', async () => {
    const zone = { 'id.eu.example.com': { A: ['203.0.113.20'], AAAA: ['2001:db8::20'] } };
    expect(complaintsOf(await site.examine({ zone }, 'https://id.eu.example.com'))).toEqual([
      expect.objectContaining({
        found: expect.stringContaining('that of id.eu.example.com is for other hosts'),
        remedy: 'Get a certificate that names this host.',
      }),
    ]);
  });

  test('finds an endpoint on another site', async () => {
    const zone = { 'id.example.co.uk': { A: ['203.0.113.20'] } };
    const complaints = complaintsOf(await site.examine({ zone }, 'https://id.example.co.uk'));
    expect(complaints[0]).toMatchObject({
      check: 'Same site',
      found:
        'id.example.co.uk is on example.co.uk, the page on example.com: its cookies are third-party',
    });
  });

  test('finds an endpoint that is not ready', async () => {
    const response = (answer: Response, { url }: Request) =>
      url.endsWith('/readyz') ? new Response('stopping', { status: 503 }) : answer;
    expect(complaintsOf(await site.examine({ response }))).toEqual([
      expect.objectContaining({
        check: '/readyz',
        found: 'https://id.example.com/readyz answers 503 with “stopping”, not ready',
      }),
    ]);
  });

  test('does not ask for routes that only operators need', async () => {
    const response = (answer: Response, { url }: Request) =>
      url.endsWith('z') ? new Response('', { status: 404 }) : answer;
    expect(complaintsOf(await site.examine({ response }))).toEqual([]);
  });

  test.each([
    ['warns that a site has no address before it is live', true, 'warn'],
    ['finds that a live site has no address', false, 'fail'],
  ])('%s', async (_, isElsewhere, level) => {
    const facts = await site.gather({ zone: { 'id.example.com': {} } });
    const { findings } = diagnose({ ...facts, isElsewhere });
    expect(findings.filter((finding) => finding.level !== 'pass')).toEqual([
      expect.objectContaining({ check: 'Address', level }),
    ]);
  });

  test('does not ask for the loader of a page that has none', async () => {
    const host = { A: ['203.0.113.20'], AAAA: ['2001:db8::20'] };
    const fault = { zone: { 'eu.example.com': host } };
    const diagnosis = await site.examine(fault, 'https://eu.example.com');
    expect(diagnosis.findings.filter(({ check }) => check === '/loader.js')).toEqual([]);
  });

  test('advises a server container without keys to have one', async () => {
    const response = (answer: Response) => {
      const lines = answer.headers.getSetCookie().filter((line) => !line.includes('_backup='));
      return withHeaders(answer, (headers) => {
        headers.delete('set-cookie');
        for (const line of lines) {
          headers.append(
            'set-cookie',
            line.replace(/^(first_party_id=[^.]+\.[0-9]+)\.[^;]+/, '$1'),
          );
        }
      });
    };
    expect(complaintsOf(await site.examine({ response }))).toContainEqual(
      expect.objectContaining({
        check: 'Renewal',
        found: 'first_party_id is not signed, so lost cookies do not come back',
      }),
    );
  });

  test('finds a proxy that does not tell the endpoint its host', async () => {
    const request = ({ url, headers, method }: Request) => {
      const inside = new Headers({ ...Object.fromEntries(headers), host: '127.0.0.1' });
      return new Request(url.replace('id.example.com', '127.0.0.1'), { method, headers: inside });
    };
    const [first] = complaintsOf(await site.examine({ request }));
    expect(first).toMatchObject({
      check: '/id.gif',
      found: expect.stringContaining('“Refused: a host that cannot set cookies for the site.”'),
      remedy: expect.stringContaining('Let the proxy pass Host as browsers send it'),
    });
  });

  test('finds a site whose origin the endpoint does not know', async () => {
    const sites = [{ origins: ['https://shop.example.com'], cookieDomain: 'example.com' }];
    const [first] = complaintsOf(await site.examine({ configuration: { sites } }));
    expect(first).toMatchObject({
      check: '/get_cookie_id',
      remedy: 'Put https://www.example.com into the origins of the endpoint’s sites.',
    });
  });
});

describe('the lifetimes to expect', () => {
  const daysOf = ({ lifetimes }: Diagnosis) =>
    Object.fromEntries(lifetimes.map(({ browser, days }) => [browser, days]));

  test('are the browsers’ limits on a good site', async () => {
    expect(daysOf(await site.examine())).toEqual({
      Safari: 730,
      'Chrome, Edge': 400,
      Firefox: 400,
      Brave: 180,
    });
  });

  test('are seven days in Safari for a CNAME to another site', async () => {
    const zone = {
      'id.example.com': { CNAME: ['c.vendor.example'] },
      'c.vendor.example': { A: ['203.0.113.20'] },
    };
    expect(daysOf(await site.examine({ zone }))).toMatchObject({ Safari: 7, Firefox: 400 });
  });

  test('are not known in Safari while one of the hosts has no address', async () => {
    for (const host of ['www.example.com', 'id.example.com']) {
      expect(daysOf(await site.examine({ zone: { [host]: {} } }))).toEqual({
        Safari: undefined,
        'Chrome, Edge': 400,
        Firefox: 400,
        Brave: 180,
      });
    }
  });

  test('are Safari’s usual ones on a path of the page’s host, whatever its address', async () => {
    const zone = { 'www.example.com': {} };
    const diagnosis = await site.examine({ zone }, 'https://www.example.com/fpid');
    expect(daysOf(diagnosis)).toMatchObject({ Safari: 730 });
  });

  test('are those of the page’s host when both are the same CNAME', async () => {
    const zone = {
      'id.example.com': { CNAME: ['edge.cdn.example'] },
      'www.example.com': { CNAME: ['edge.cdn.example'] },
      'edge.cdn.example': { A: ['203.0.113.20'] },
    };
    expect(daysOf(await site.examine({ zone }))).toMatchObject({ Safari: 730 });
  });
});

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
