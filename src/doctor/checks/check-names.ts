import { isNegativeAnswer } from '../is-negative-answer.ts';
import { findingsOf, list } from '../finding.ts';
import type { Facts, Finding, HostNames } from '../types.ts';
import { addressesOf, hasNoAddress } from './addresses.ts';
import { siteOf } from '../site-of.ts';
import { situationOf } from './situation.ts';

const { pass, complain } = findingsOf('Names');

const pathInstead = 'serve the endpoint on a path of the site’s own host, such as';

/** DNS, and what Safari makes of it. */
export function checkNames(facts: Facts): Finding[] {
  const { page, endpoint, names } = facts;
  const hosts = page.hostname === endpoint.hostname ? [names.page] : [names.page, names.endpoint];
  const found = [...hosts.map((host) => checkAddress(host, facts)), checkSite(facts)];
  if (hosts.some(hasNoAddress)) return found;
  return [...found, checkAlias(facts), checkRange(facts), ...checkServers(hosts)];
}

function checkAddress(names: HostNames, { isElsewhere }: Facts): Finding {
  const addresses = addressesOf(names);
  if (addresses.length > 0) return pass('Address', `${names.host}: ${list(addresses)}`);
  const failure = names.failure ?? 'ENODATA';
  return complain('Address', {
    level: isElsewhere ? 'warn' : 'fail',
    found: `${names.host} has no address (${failure})`,
    remedy: isNegativeAnswer(failure)
      ? `Give ${names.host} an A record, and an AAAA record if the site has one.`
      : `Mend the name servers of ${names.zone}, or ask another DNS server with --resolver.`,
  });
}

function checkSite({ page, endpoint }: Facts): Finding {
  if (page.hostname === endpoint.hostname) {
    return pass('Same site', `the endpoint is on the page’s own host, ${page.hostname}`);
  }
  const [own, other] = [siteOf(page.hostname), siteOf(endpoint.hostname)];
  if (own === other) return pass('Same site', `both are on ${own}`);
  return complain('Same site', {
    found: `${endpoint.hostname} is on ${other}, the page on ${own}: its cookies are third-party`,
    remedy: `Put the endpoint on ${own}: ${pathInstead} ${page.host}/fpid.`,
  });
}

function checkAlias(facts: Facts): Finding {
  const { page, endpoint, names } = facts;
  const alias = names.endpoint.aliases.at(-1);
  if (alias === undefined) return pass('CNAME', `${endpoint.hostname} is no alias`);
  const found = `${endpoint.hostname} is a CNAME to ${alias}`;
  if (situationOf(facts).kind !== 'foreignAlias') return pass('CNAME', found);
  return complain('CNAME', {
    found: `${found}, so Safari keeps its cookies 7 days`,
    remedy: `Give ${endpoint.hostname} an A record instead, or ${pathInstead} ${page.host}/fpid.`,
  });
}

function checkRange(facts: Facts): Finding {
  const { page, endpoint, names } = facts;
  const { kind, isPartial } = situationOf(facts);
  if (kind === 'foreignAlias') return pass('Address range', 'not compared where there is a CNAME');
  if (kind === 'usual') return pass('Address range', 'Safari takes both for one party');
  const [own, other] = [list(addressesOf(names.endpoint)), list(addressesOf(names.page))];
  return complain('Address range', {
    level: isPartial ? 'warn' : 'fail',
    found: `${endpoint.hostname} (${own}) is far from ${page.hostname} (${other}), so Safari keeps its cookies 7 days${isPartial ? ' for some visitors' : ''}`,
    remedy: `Run both behind one proxy or CDN, with A and AAAA records alike, or ${pathInstead} ${page.host}/fpid.`,
  });
}

/** RFC 1034, 4.1: a zone has at least two servers. */
function checkServers(hosts: HostNames[]): Finding[] {
  const zones = new Map(hosts.map((names) => [names.zone, names.nameServers]));
  zones.delete('');
  return [...zones].flatMap(([zone, servers]) => {
    if (servers === undefined) return [];
    if (servers.length > 1) return pass('Name servers', `${zone}: ${list(servers)}`);
    return complain('Name servers', {
      level: 'warn',
      found: `${zone} has ${servers.length === 0 ? 'no NS record' : `one name server only, ${list(servers)}`}`,
      remedy: 'Have at least two name servers: without one the site and the endpoint are gone.',
    });
  });
}
