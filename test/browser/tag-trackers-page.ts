import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { EndpointSite } from './endpoint-site.ts';
import { startTagSite } from './tag-site.ts';

// The trackers as they are published, on the pages where the built template runs.

/** How a page sets up Snowplow's tracker, in its own words. */
export type SnowplowSettings = Record<string, unknown>;

/** The tag's site with `/tracked`: a page with the template, Snowplow's tracker and Treasure Data's SDK, none started. */
export async function startTrackerSite(): Promise<EndpointSite> {
  const world = await startTagSite();
  const { routes } = world.site;
  const read = (file: string) => readFile(`node_modules/${file}`, 'utf8');
  routes['/snowplow.js'] = {
    script: await read('@snowplow/browser-tracker/dist/index.umd.min.js'),
  };
  routes['/td.js'] = { script: await read('td-js-sdk/dist/td.min.js') };
  routes['/com.snowplowanalytics.snowplow/*'] = () => new Response('ok');
  const scripts = ['tag-page', 'snowplow', 'td'].map(
    (name) => `<script src="/${name}.js"></script>`,
  );
  routes['/tracked'] = `<!doctype html><title>A page</title>${scripts.join('')}`;
  return world;
}

/** Opens that page for a new visitor. */
export async function openTracked({ browser }: EndpointSite, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/tracked`);
  return page;
}

/** Starts the tracker and has it track one page view. Its cookies are written at once. */
export function trackWithSnowplow(page: Page, settings: SnowplowSettings = {}): Promise<void> {
  return page.evaluate((more) => {
    const { newTracker, trackPageView } = Reflect.get(window, 'snowplowBrowserTracking');
    const common = { appId: 'shop', synchronousCookieWrite: true };
    newTracker('sp', location.origin, { ...common, ...more });
    trackPageView();
  }, settings);
}

/** Makes the SDK's instance, as a page of the site does, and gives its client id. */
export function startTreasureData(page: Page, settings: object = {}): Promise<string> {
  return page.evaluate((more) => {
    const Treasure = Reflect.get(window, 'Treasure');
    const common = { host: 'in.treasuredata.test', database: 'visits', writeKey: 'a/key' };
    const td = new Treasure({ ...common, startInSignedMode: true, ...more });
    Reflect.set(window, 'td', td);
    return td.client.track.uuid;
  }, settings);
}

/** What a Snowplow id cookie says. */
export interface SnowplowCookie {
  user: string;
  visits: number;
  session: string;
  previousSession: string;
  events: number;
  domain: string;
}

/** The one id cookie in the jar; fails when there is none, or more than one. */
export async function snowplowCookie(page: Page, hash: string): Promise<SnowplowCookie> {
  const all = await page.context().cookies();
  const [cookie, ...more] = all.filter(({ name }) => name.startsWith('_sp_id.'));
  if (cookie === undefined || more.length > 0 || cookie.name !== `_sp_id.${hash}`) {
    throw new Error(`The jar holds ${all.map(({ name, domain }) => name + ' on ' + domain)}.`);
  }
  const [user = '', , visits, , , session = '', previousSession = '', , , events] =
    cookie.value.split('.');
  const { domain } = cookie;
  return { user, visits: Number(visits), session, previousSession, events: Number(events), domain };
}

/** What a visitor's half hour of absence leaves: the browser drops the session's cookie. */
export async function endSnowplowSession(page: Page, hash: string): Promise<void> {
  await page.context().clearCookies({ name: `_sp_ses.${hash}` });
}
