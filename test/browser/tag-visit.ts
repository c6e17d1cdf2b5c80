import type { Cookie, Page } from 'playwright-core';
import type { Identity } from '../../src/core/types.ts';
import type { Choice, TagSetup } from './tag-page.ts';

/** What came of the tags of one page view. */
export interface View {
  /** One of each tag. */
  statuses: string[];
  /** What the last first_party_id event told. */
  identity: Identity;
}

/** Loads a page, runs its tags, and waits until every one has ended. */
export async function visit(page: Page, address: string, setup: TagSetup): Promise<View> {
  await page.goto(address);
  return runTags(page, setup);
}

/** Runs tags on a page that is there already, and waits until every one has ended. */
export async function runTags(page: Page, setup: TagSetup): Promise<View> {
  await startTags(page, setup);
  return waitForEnd(page, setup.tags.length);
}

/** Runs tags and does not wait. */
export function startTags(page: Page, setup: TagSetup): Promise<void> {
  return page.evaluate((tags) => window.tagPage.startTags(tags), setup);
}

/** Waits until so many tags have ended. */
export async function waitForEnd(page: Page, count = 1): Promise<View> {
  await page.evaluate((wanted) => window.tagPage.whenEnded(wanted), count);
  const statuses = await page.evaluate(() => window.tagPage.statuses);
  return { statuses, identity: await lastIdentity(page) };
}

/** What the last first_party_id event of the data layer told. */
export async function lastIdentity(page: Page): Promise<Identity> {
  const identity = (await page.evaluate(() => window.tagPage.readIdentities())).at(-1);
  if (identity === undefined) throw new Error('No first_party_id event is in the data layer.');
  return identity;
}

/** The visitor decides on the same page; answers the identity that follows. */
export function updateConsent(page: Page, choice: Choice): Promise<Identity> {
  return nextIdentity(page, () =>
    page.evaluate((value) => {
      window.tagPage.gtag('consent', 'update', { analytics_storage: value });
    }, choice),
  );
}

/** Goes to another address without loading, as single-page shops do; answers the identity that follows. */
export function navigateInPage(page: Page, path: string): Promise<Identity> {
  return nextIdentity(page, () =>
    page.evaluate((next) => {
      history.pushState(null, '', next);
      window.tagPage.push({ event: 'gtm.historyChange' });
    }, path),
  );
}

async function nextIdentity(page: Page, act: () => Promise<void>): Promise<Identity> {
  const before = await page.evaluate(() => window.tagPage.readIdentities().length);
  await act();
  await page.waitForFunction((count) => window.tagPage.readIdentities().length > count, before);
  return lastIdentity(page);
}

/** The cookie in the browser's jar; fails when there is none, or more than one of that name. */
export async function cookieNamed(page: Page, name: string): Promise<Cookie> {
  const found = (await page.context().cookies()).filter((cookie) => cookie.name === name);
  const [cookie] = found;
  if (cookie === undefined || found.length > 1) {
    throw new Error(`The jar holds ${found.length} cookies named ${name}.`);
  }
  return cookie;
}

/** The names of all cookies in the browser's jar, HttpOnly ones too, sorted. */
export async function cookieNames(page: Page): Promise<string[]> {
  return (await page.context().cookies()).map(({ name }) => name).sort();
}
