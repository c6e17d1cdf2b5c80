import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { START_MILLIS, type BrowserAndSite } from './browser-and-site.ts';
import { closePages } from './page-cookies.ts';

/** Starts a browser and its site for the tests around the call, which ask for them; each test begins without pages and requests. */
export function useWorld<World extends BrowserAndSite>(start: () => Promise<World>): () => World {
  let world: World;

  beforeAll(async () => {
    world = await start();
  }, START_MILLIS);
  beforeEach(() => {
    world.site.requests.length = 0;
  });
  afterEach(() => closePages(world.browser));
  afterAll(() => world.close());

  return () => world;
}
