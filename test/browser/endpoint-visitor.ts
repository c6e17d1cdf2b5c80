import { beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Identity } from '../../src/core/types.ts';
import type { EndpointSite } from './endpoint-site.ts';
import { installFakeClock, type FakeClock } from './fake-clock.ts';
import { SHOP } from './hosts.ts';
import { visit } from './tag-visit.ts';

/** A visitor of a shop whose tag has the endpoint. */
export interface EndpointVisitor {
  readonly page: Page;
  /** The time that pages and endpoint read. */
  readonly clock: FakeClock;
  /** A page view, seconds after the one before it; with the requests it made to the endpoint. */
  view(fields?: object, secondsLater?: number): Promise<Identity & { requests: string[] }>;
  /** Drops cookies, as a browser does. */
  lose(...names: string[]): Promise<void>;
}

/** The tag's form. */
export const FORM = { propertyIds: 'P', serverUrl: 'www.shop.example.com/fpid' };

/** A new visitor for each test around the call. */
export function useEndpointVisitor(world: () => EndpointSite): EndpointVisitor {
  let page: Page;
  let clock: FakeClock;

  beforeEach(async () => {
    page = await world().browser.newPage();
    clock = await installFakeClock(page.context());
    world().setEndpointClock(clock);
  });

  return {
    get page() {
      return page;
    },
    get clock() {
      return clock;
    },
    async view(fields = {}, secondsLater = 1) {
      await clock.advanceSeconds(secondsLater);
      world().site.requests.length = 0;
      const { identity, statuses } = await visit(page, SHOP, { tags: [{ ...FORM, ...fields }] });
      expect(statuses).toEqual(['success']);
      return { ...identity, requests: world().endpointRequests() };
    },
    async lose(...names) {
      await Promise.all(names.map((name) => page.context().clearCookies({ name })));
    },
  };
}
