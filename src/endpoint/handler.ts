import { parseAddressRange, isInRanges } from './address-range.ts';
import { createApp } from './app.ts';
import { readConfiguration } from './configuration/read-configuration.ts';
import type { Incoming } from './incoming.ts';
import { createKeyring } from './keyring.ts';
import type { Configuration, EndpointConfiguration, Sources } from './types.ts';
import type { Endpoint } from './visit.ts';

/** Makes the endpoint: a function from request to response that keeps nothing in between. */
export function createHandler(
  written: EndpointConfiguration,
  sources: Sources = {},
): (request: Request, peerAddress?: string) => Promise<Response> {
  return createConfigured(readConfiguration(written), sources);
}

/** The same from a configuration that has been read. */
export function createConfigured(
  configuration: Configuration,
  sources: Sources = {},
): ReturnType<typeof createHandler> {
  const answer = createAnswerer(configuration, sources);
  const isTrusted = createProxyCheck(configuration);
  return async (request, peerAddress) =>
    answer({ request, isFromTrustedProxy: isTrusted(peerAddress) });
}

/** The same for platforms, which have read the configuration already. */
export function createAnswerer(
  configuration: Configuration,
  sources: Sources = {},
): (incoming: Incoming) => Promise<Response> {
  const makeKeyring = sources.createKeyring ?? createKeyring;
  const endpoint: Endpoint = {
    configuration,
    keyring: makeKeyring(configuration.keys),
    sources: {
      nowMillis: Date.now,
      randomUuid: () => crypto.randomUUID(),
      createKeyring: makeKeyring,
      observe: () => undefined,
      isReady: () => true,
      ...sources,
    },
  };
  const app = createApp(endpoint);
  return async ({ request, ...bindings }) => app.fetch(request, bindings);
}

/** Tells whether a peer is one of the trusted proxies. */
export function createProxyCheck({ trustedProxies }: Configuration) {
  const ranges = trustedProxies.flatMap((text) => parseAddressRange(text) ?? []);
  return (peerAddress: string | undefined): boolean => isInRanges(peerAddress, ranges);
}
