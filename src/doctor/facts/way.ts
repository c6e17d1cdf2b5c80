import type { LookupFunction } from 'node:net';
import type { Resolver } from 'node:dns/promises';

/** How connections are opened. */
export interface Way {
  /** Where every connection goes instead of the host's own address; '' connects as DNS says. */
  connectTo: { host: string; port: number } | undefined;
  /** Certificates in PEM that are trusted beside the usual ones. */
  authorities: string[];
  /** Finds addresses; `undefined` asks the machine as every program does. */
  lookup: LookupFunction | undefined;
}

/** Where to connect for an address, and how, in the words of node:https and node:tls. */
export function connectionOptions(url: URL, { connectTo, lookup }: Way) {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443));
  return {
    ...(connectTo ?? { host, port }),
    ...(lookup === undefined ? {} : { lookup }),
    // A name for an address is no name (RFC 6066, 3).
    ...(/^[0-9.]+$|:/.test(host) ? {} : { servername: host }),
  };
}

/** Finds addresses with a resolver of its own. */
export function lookupWith(resolver: Resolver): LookupFunction {
  return (hostname, _options, done) => {
    const questions = [
      resolver.resolve4(hostname).then((list) => list.map((address) => ({ address, family: 4 }))),
      resolver.resolve6(hostname).then((list) => list.map((address) => ({ address, family: 6 }))),
    ];
    void Promise.allSettled(questions).then((settled) => {
      const found = settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      const failure = new Error(`${hostname} has no address`);
      done(found.length > 0 ? null : failure, found);
    });
  };
}
