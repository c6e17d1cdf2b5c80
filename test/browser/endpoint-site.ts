import { startBrowserAndSite, type BrowserAndSite } from './browser-and-site.ts';
import type { FakeClock } from './fake-clock.ts';
import type { Routes } from './routes.ts';

/** A site with the endpoint below /fpid. */
export interface EndpointSite extends BrowserAndSite {
  /** Makes the endpoint live by the clock of the visitor's pages. */
  setEndpointClock(clock: FakeClock): void;
  /** The paths that pages have asked of the endpoint, on any host, in order. */
  endpointRequests(): string[];
}

/** Starts a site whose endpoint reads the time that it is given. */
export async function startEndpointSite(
  createRoutes: (nowMillis: () => number) => Promise<Routes>,
): Promise<EndpointSite> {
  let clock: Pick<FakeClock, 'nowMillis'> = { nowMillis: Date.now };
  const world = await startBrowserAndSite(await createRoutes(() => clock.nowMillis()));
  return {
    ...world,
    setEndpointClock: (next) => {
      clock = next;
    },
    endpointRequests: () =>
      world.site.requests.map(({ path }) => path).filter((path) => path.startsWith('/fpid/')),
  };
}
