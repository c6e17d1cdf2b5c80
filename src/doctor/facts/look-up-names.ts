import { isIP } from 'node:net';
import type { Resolver } from 'node:dns/promises';
import { getDomain } from 'tldts';
import { isNegativeAnswer } from '../is-negative-answer.ts';
import { siteOf } from '../site-of.ts';
import type { HostNames } from '../types.ts';

/** Longer chains are loops. */
const maxAliases = 10;

/** Asks DNS about a host. Addresses and `localhost` need no DNS. */
export async function lookUpNames(host: string, resolver: Resolver): Promise<HostNames> {
  const names: HostNames = {
    host,
    aliases: [],
    ipv4: [],
    ipv6: [],
    nameServers: [],
    zone: '',
    failure: undefined,
  };
  const bare = host.replace(/^\[|\]$/g, '');
  if (host === 'localhost') return { ...names, ipv4: ['127.0.0.1'], ipv6: ['::1'] };
  if (isIP(bare) === 4) return { ...names, ipv4: [bare] };
  if (isIP(bare) === 6) return { ...names, ipv6: [bare] };
  const [aliases, ipv4, ipv6, zone] = await Promise.all([
    followAliases(host, resolver),
    listOrFailure(resolver.resolve4(host)),
    listOrFailure(resolver.resolve6(host)),
    findZone(host, resolver),
  ]);
  const failure = ipv4.list.length + ipv6.list.length > 0 ? undefined : ipv4.failure;
  return { ...names, aliases, ipv4: ipv4.list, ipv6: ipv6.list, ...zone, failure };
}

async function followAliases(host: string, resolver: Resolver): Promise<string[]> {
  const aliases: string[] = [];
  for (let name = host; aliases.length < maxAliases;) {
    const [next] = (await listOrFailure(resolver.resolveCname(name))).list;
    if (next === undefined || aliases.includes(next)) break;
    aliases.push(next);
    name = next;
  }
  return aliases;
}

/**
 * The host's own NS records, when it is delegated, else those of its site, else those of the domain
 * that was registered: of `shop.github.io` that is `github.io`.
 */
async function findZone(host: string, resolver: Resolver) {
  const domain = getDomain(host) ?? host;
  let failure: string | undefined;
  for (const zone of new Set([host, siteOf(host), domain])) {
    const asked = await listOrFailure(resolver.resolveNs(zone));
    if (asked.list.length > 0) return { zone, nameServers: asked.list.toSorted() };
    failure = asked.failure;
  }
  return { zone: domain, nameServers: isNegativeAnswer(failure) ? [] : undefined };
}

async function listOrFailure(question: Promise<string[]>) {
  try {
    return { list: await question, failure: undefined };
  } catch (error) {
    return { list: [], failure: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return String(isCoded ? error.code : error);
}
