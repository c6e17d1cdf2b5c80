import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Resolver } from 'node:dns/promises';
import { lookUpNames } from '../../src/doctor/facts/look-up-names.ts';
import { startDnsServer, type DnsServer } from './dns-server.ts';

let dns: DnsServer;
const resolver = new Resolver({ timeout: 2000, tries: 2 });
const nameServers = ['ns1.example.net', 'ns2.example.net'];

beforeAll(async () => {
  dns = await startDnsServer({
    'id.example.com': { NS: ['ns3.example.net'] },
    'www.example.com': { A: ['203.0.113.10'] },
    'example.com': { NS: nameServers },
    'shop.github.io': { A: ['203.0.113.10'] },
    'github.io': { NS: nameServers },
    'example.org': {},
  });
  resolver.setServers([dns.address]);
});
afterAll(() => dns.close());

test.each([
  [
    'of a host that is delegated are its own',
    'id.example.com',
    'id.example.com',
    ['ns3.example.net'],
  ],
  ['of another host are those of its domain', 'www.example.com', 'example.com', nameServers],
  ['of a host that somebody gives away are theirs', 'shop.github.io', 'github.io', nameServers],
  ['may be missing', 'www.example.org', 'example.org', []],
])('the name servers %s', async (_, host, zone, expected) => {
  expect(await lookUpNames(host, resolver)).toMatchObject({ zone, nameServers: expected });
});

test('the name servers are not known where DNS does not tell', async () => {
  const refusal = Object.assign(new Error('refused'), { code: 'EREFUSED' });
  const asked = jest.spyOn(resolver, 'resolveNs').mockRejectedValue(refusal);
  expect(await lookUpNames('www.example.com', resolver)).toMatchObject({
    zone: 'example.com',
    nameServers: undefined,
    ipv4: ['203.0.113.10'],
  });
  asked.mockRestore();
});
