import { createBrowserNetwork } from '../../sandbox/page/create-browser-network.ts';
import type { Network } from '../../sandbox/index.ts';

/** What the tag's form says. Google permits pixels only to https hosts whose name has a dot. */
export const SERVER_URL = 'id.demo-shop.example/fpid';

/** One request to the endpoint, while it is under way and after. */
export interface EndpointCall {
  path: string;
  startedMillis: number;
  /** `undefined` while it is under way. */
  isAnswered?: boolean;
  tookMillis?: number;
}

/** Sends what is meant for the configured endpoint to the one on this origin, cookies included. */
export function createRoutedNetwork(report: (call: EndpointCall) => void): Network {
  const network = createBrowserNetwork();
  return {
    ...network,
    loadImage: async (url) => {
      const start = `https://${SERVER_URL}/`;
      if (!url.startsWith(start)) return network.loadImage(url);
      const path = '/' + url.slice(start.length).replace(/\?.*/, '');
      const call = { path, startedMillis: Date.now() };
      report(call);
      const isAnswered = await network.loadImage('/fpid/' + url.slice(start.length));
      report({ ...call, isAnswered, tookMillis: Date.now() - call.startedMillis });
      return isAnswered;
    },
  };
}
