import { endpointOnHosts } from './endpoint-on-hosts.ts';
import type { Routes } from './routes.ts';

export interface Held {
  isAsked: Promise<void>;
  isForgotten: Promise<void>;
  release(): void;
}

/** Serves an endpoint below /held. From the call of `hold` on it answers renewals when the test releases them. */
export function serveHeldEndpoint(routes: Routes): { hold(): Held } {
  const endpoint = endpointOnHosts({ basePath: '/held' });
  routes['/held/*'] = endpoint;
  delete routes['/held/id'];
  return {
    hold() {
      let release: () => void = () => undefined;
      const isReleased = new Promise<void>((resolve) => (release = resolve));
      const isAsked = new Promise<void>((resolve) => {
        routes['/held/id'] = async (request) => {
          resolve();
          await isReleased;
          return endpoint(request);
        };
      });
      const isForgotten = new Promise<void>((resolve) => {
        routes['/held/forget'] = (request) => {
          resolve();
          return endpoint(request);
        };
      });
      return { isAsked, isForgotten, release };
    },
  };
}
