import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { findViolations } from './find-violations.ts';
import { useDemo } from './use-demo.ts';

const demo = useDemo();

/** axe looks at every element of the page. */
const slowMillis = 20_000;

async function open(options?: BrowserContextOptions): Promise<Page> {
  const page = await demo.open('/', options);
  await page.getByText('the ID lives in memory only').waitFor();
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const part = (page: Page, id: string) => page.locator(`#view-${id}`);
const see = (page: Page, id: string, text: string) =>
  part(page, id).getByText(text).first().waitFor();
const requests = (page: Page) => part(page, 'requests').locator('li');

async function agree(page: Page): Promise<void> {
  await press(page, 'Agree');
  await see(page, 'requests', 'answered in');
  await see(page, 'cookies', 'first_party_id');
}

test('agreeing keeps the ID that was in memory, in cookies the panel shows, with one request', async () => {
  const page = await open();
  expect(await part(page, 'cookies').textContent()).toContain('nothing is kept');
  const id = await page.locator('.client-id').textContent();
  await agree(page);
  expect(await page.locator('.client-id').textContent()).toBe(id);
  expect(await part(page, 'cookies').textContent()).toContain(`_d8a=C1.1.${id}`);
  await see(page, 'cookies', '_d8a_demo=S1.1.');
  await see(page, 'cookies', 'invisible to scripts');
  await see(page, 'requests', 'Consent was granted.');
  expect(await requests(page).count()).toBe(1);
  expect(await page.locator('#banner').isVisible()).toBe(false);
});

test('rejecting stores nothing, also on the next page', async () => {
  const page = await open();
  await press(page, 'Reject');
  await page.reload();
  await see(page, 'consent', 'Denied');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.locator('#banner').isVisible()).toBe(false);
});

test('withdrawing erases everything, here and at the endpoint, and says so', async () => {
  const page = await open();
  await agree(page);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Consent is withdrawn: everything kept was erased.').waitFor();
  await see(page, 'requests', '/forget.gif');
  await see(page, 'cookies', 'nothing is kept');
  await see(page, 'requests', 'Consent was withdrawn.');
  expect(await page.context().cookies()).toEqual([]);
});

test('denying after consent reloads the page, and leaves what is stored alone', async () => {
  const page = await open();
  await agree(page);
  const before = await page.evaluate(() => document.cookie);
  await page.getByRole('button', { name: 'Deny' }).click();
  await see(page, 'consent', 'Denied');
  expect(await page.evaluate(() => document.cookie)).toBe(before);
});

test('a link that changes the page in place counts a hit, and makes no request', async () => {
  const page = await open();
  await agree(page);
  await page.getByRole('link', { name: 'Family teapot' }).click();
  await see(page, 'identity', '2 in this session');
  expect(new URL(page.url()).pathname).toBe('/products/family-teapot');
  await page.goBack();
  await see(page, 'identity', '3 in this session');
  expect(await page.locator('h1').textContent()).toBe('Pots for every day');
  expect(await requests(page).count()).toBe(1);
});

test('a link that loads a new page counts a hit for the same visitor', async () => {
  const page = await open();
  await agree(page);
  const id = await page.locator('.client-id').textContent();
  await page.getByLabel('load a new page').check();
  await page.getByRole('link', { name: 'Noodle bowl' }).click();
  await see(page, 'identity', '2 in this session');
  expect(await page.locator('.client-id').textContent()).toBe(id);
  expect(await requests(page).count()).toBe(1);
});

test('the endpoint brings a deleted session cookie back', async () => {
  const page = await open();
  await agree(page);
  await press(page, 'Delete cookie _d8a_demo');
  await page.getByRole('link', { name: 'Cart' }).click();
  await see(page, 'reasons', 'session_restored');
  await see(page, 'identity', '2 in this session');
});

test('a session that is over is followed by a second one', async () => {
  const page = await open();
  await agree(page);
  await press(page, '31 minutes later');
  await page.getByRole('link', { name: 'Meadow vase' }).click();
  await see(page, 'identity', '2nd of this visitor');
  await see(page, 'requests', 'The last session was over.');
});

test('an endpoint that does not answer is named, with a remedy', async () => {
  const page = await open();
  await page.route('**/fpid/**', (route) => route.abort());
  await press(page, 'Agree');
  await see(page, 'requests', 'failed');
  await see(page, 'reasons', 'server_unreachable');
  await see(page, 'reasons', 'Open https://HOST/healthz');
  await see(page, 'cookies', '_d8a_demo=');
  // The browser reports the failed image itself.
  demo.errors.splice(0, Infinity, ...demo.errors.filter((error) => !error.includes('ERR_FAILED')));
});

test('a new session, forgetting and a new visitor are one button each', async () => {
  const page = await open();
  await agree(page);
  await press(page, 'New session');
  await see(page, 'identity', '2nd of this visitor');
  await press(page, 'Forget me');
  await page.getByText('The visitor is forgotten: everything').waitFor();
  await press(page, 'New visitor');
  await page.locator('#banner').waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

test('the banner is reached and answered with the keyboard', async () => {
  const page = await open();
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Agree');
  await page.keyboard.press('Enter');
  await see(page, 'consent', 'Granted');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test.each([
  [360, 'light'],
  [360, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)(
  'at %i px in %s axe finds nothing wrong, and nothing scrolls sideways',
  async (width, colorScheme) => {
    const page = await open({ viewport: { width, height: 740 }, colorScheme });
    await agree(page);
    await page.getByRole('link', { name: 'Family teapot' }).click();
    await see(page, 'identity', '2 in this session');
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  },
  slowMillis,
);

test(
  'axe finds nothing wrong while the banner asks',
  async () => {
    expect(await findViolations(await open())).toEqual([]);
  },
  slowMillis,
);

test('no page has logged an error', () => {
  expect(demo.errors).toEqual([]);
});
