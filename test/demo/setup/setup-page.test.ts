import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { buildSite } from '../../../src/cli/build-containers.ts';
import { snowplowHash } from '../../../src/core/formats/snowplow/snowplow-hash.ts';
import { builtFiles } from '../../../src/demo/built-files.ts';
import { readSetUpPage } from '../../../src/demo/setup/read-page.ts';
import { validateContainer } from '../../../src/tpl/container/index.ts';
import { readConfiguration } from '../../../src/endpoint/index.ts';
import { findViolations } from '../find-violations.ts';
import { useDemo } from '../use-demo.ts';

const demo = useDemo();

async function open(options?: BrowserContextOptions): Promise<Page> {
  const page = await demo.open('/setup', options);
  await page.getByRole('heading', { name: 'Cookies' }).waitFor();
  return page;
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Website').fill('www.example.co.uk');
  await page.getByLabel('Property ID').fill('P-1');
  await page.getByLabel('Server cookie host').fill('www.example.co.uk/fpid');
  await page.getByLabel('Consent tool').selectOption('Cookiebot');
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

const results = (page: Page) => page.getByRole('main').innerText();

test('an untouched form says what is missing, and hands out nothing', async () => {
  const page = await open();
  expect(await page.getByText('This has to be filled in.').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'web-container.json' }).count()).toBe(0);
});

test('what is typed shows at once in cookies, triggers and tags', async () => {
  const page = await open();
  await fillIn(page);
  const text = await results(page);
  expect(text).toContain('_d8a_P-1');
  expect(text).toContain('First-Party ID - Initialization');
  expect(text).toContain('500 milliseconds');
  expect(text).toContain(
    '<script async src="https://www.example.co.uk/fpid/loader.js" data-property-ids="P-1"',
  );
  expect(demo.errors).toEqual([]);
});

test('takes the consent tool’s recipe into the form, the container and the loader’s tag', async () => {
  const page = await open();
  await fillIn(page);
  await page.getByText('More about consent').click();
  expect(await page.locator('#unsetConsent').inputValue()).toBe('wait');
  expect(await page.locator('#waitForUpdateMillis').inputValue()).toBe('500');
  expect(await results(page)).toContain(
    'data-unset-consent="wait" data-wait-for-update-millis="500"',
  );
  await page.locator('#unsetConsent').selectOption('grant');
  expect(await results(page)).not.toContain('data-unset-consent');
  const { tag } = JSON.parse(await download(page, 'web-container.json')).containerVersion;
  expect(tag[0].parameter).toContainEqual(
    expect.objectContaining({ key: 'unsetConsent', value: 'grant' }),
  );
});

test.each([
  ['Property ID', 'a b <c>', 'Letters, digits, full stop, underscore and hyphen'],
  ['Server cookie host', 'foo bar', 'A host, with a path if you like'],
])('refuses a %s such as %s', async (label, value, message) => {
  const page = await open();
  await fillIn(page);
  await page.getByLabel(label, { exact: true }).fill(value);
  expect(await page.getByText(message).first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'web-container.json' }).count()).toBe(0);
});

test('takes a pasted address of the endpoint as the tag does', async () => {
  const page = await open();
  await fillIn(page);
  await page.getByLabel('Server cookie host').fill('https://www.example.co.uk/fpid/');
  expect(await results(page)).toContain('src="https://www.example.co.uk/fpid/loader.js"');
  expect(JSON.parse(await download(page, 'endpoint.json'))).toMatchObject({ basePath: '/fpid' });
});

describe('the files it hands out', () => {
  test('are a valid container with the site’s settings in its tag', async () => {
    const page = await open();
    await fillIn(page);
    const container = JSON.parse(await download(page, 'web-container.json'));
    expect(validateContainer(container).problems).toEqual([]);
    const { tag, variable } = container.containerVersion;
    expect(tag[0].parameter).toContainEqual({
      type: 'TEMPLATE',
      key: 'serverUrl',
      value: 'www.example.co.uk/fpid',
    });
    expect(JSON.stringify(variable)).toContain('"P-1"');
  });

  test('are settings from which the command line builds the same container', async () => {
    const page = await open();
    await fillIn(page);
    const folder = await mkdtemp(join(tmpdir(), 'setup-'));
    const file = join(folder, 'identity.json');
    await writeFile(file, await download(page, 'identity.json'));
    const [web, server] = buildSite(file, folder);
    await rm(folder, { recursive: true });
    expect(web?.content).toBe(await download(page, 'web-container.json'));
    expect(server?.content).toContain('https://www.example.co.uk');
  });

  test('are none for the endpoint where there is none', async () => {
    const page = await open();
    await fillIn(page);
    await page.getByLabel('Server cookie host').fill('');
    expect(await page.getByRole('button', { name: 'endpoint.json' }).count()).toBe(0);
    expect(await results(page)).not.toContain('loader.js');
  });

  test('wait for the address of the website', async () => {
    const page = await open();
    await fillIn(page);
    await page.getByLabel('Website').fill('');
    expect(await page.getByRole('button', { name: 'web-container.json' }).count()).toBe(0);
  });

  test('are the template as it is built', async () => {
    const page = await open();
    await fillIn(page);
    expect(await download(page, 'first-party-id-tag.tpl')).toBe(
      await readFile('template/first-party-id-tag.tpl', 'utf8'),
    );
  });

  test('are a configuration that the endpoint takes, on the registrable domain', async () => {
    const page = await open();
    await fillIn(page);
    const written = JSON.parse(await download(page, 'endpoint.json'));
    const keys = ['one secret of at least 32 bytes, made for tests'];
    expect(readConfiguration({ ...written, keys })).toMatchObject({
      sites: [{ origins: ['https://www.example.co.uk'], cookieDomain: 'example.co.uk' }],
      basePath: '/fpid',
    });
  });
});

test('fills in the digits of Snowplow’s cookies for the site', async () => {
  const page = await open();
  await page.getByLabel('Website').fill('https://www.example.com/shop');
  await page.getByText('Identity formats').click();
  await page.getByLabel('Snowplow', { exact: true }).check();
  expect(await results(page)).toContain('_sp_id.8809');
});

test('takes the host for them where cookies are kept to it', async () => {
  const page = await open();
  await page.getByLabel('Website').fill('https://www.example.com/shop');
  await page.getByText('Identity formats').click();
  await page.getByLabel('Snowplow', { exact: true }).check();
  await page.getByText('Storage', { exact: true }).first().click();
  await page.getByLabel('Cookie domain').fill('none');
  expect(await results(page)).toContain(`_sp_id.${snowplowHash('www.example.com/')}`);
});

test('the other formats reach the loader’s tag and the endpoint', async () => {
  const page = await open();
  await fillIn(page);
  await page.getByText('Identity formats').click();
  await page.getByLabel('Snowplow', { exact: true }).check();
  await page.getByLabel('Treasure Data', { exact: true }).check();
  const text = await results(page);
  expect(text).toContain('/loader-all.js" data-property-ids="P-1"');
  expect(text).toContain('data-snowplow="true" data-snowplow-hash="a37f"');
  const written = JSON.parse(await download(page, 'endpoint.json'));
  const keys = ['one secret of at least 32 bytes, made for tests'];
  expect(readConfiguration({ ...written, keys })).toMatchObject({
    snowplowPrefixes: ['_sp_'],
    treasureDataNames: ['_td'],
  });
});

test('a value that is wrong is named beside its field, and stops the files with a link to it', async () => {
  const page = await open();
  await fillIn(page);
  const group = page.getByText('Session', { exact: true });
  await group.click();
  const timeout = page.getByLabel('Session timeout');
  await timeout.fill('soon');
  expect(await page.getByText('This has to be a number, 0 or more.').isVisible()).toBe(true);
  await group.click();
  expect(await timeout.isVisible()).toBe(false);
  await page.getByRole('link', { name: 'Session timeout' }).click();
  expect(await timeout.evaluate((field) => field === document.activeElement)).toBe(true);
  await timeout.fill('20');
  expect(await page.getByRole('button', { name: 'web-container.json' }).isVisible()).toBe(true);
});

test('works from a file, without a network', async () => {
  const page = await (await demo.browser().newContext({ offline: true })).newPage();
  await page.setContent(await readSetUpPage(builtFiles.setUp));
  await page.getByLabel('Property ID').fill('P-2');
  expect(await results(page)).toContain('_d8a_P-2');
});

test('can be filled in with the keyboard alone', async () => {
  const page = await open();
  await page.getByLabel('Website').focus();
  await page.keyboard.type('www.example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('P-3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('www.example.com/fpid');
  expect(await results(page)).toContain('_d8a_P-3');
  expect(await results(page)).toContain('data-privacy-signal');
});

const widths = [360, 768, 1440];
const schemes = ['light', 'dark'] as const;
const looks = widths.flatMap((width) => schemes.map((scheme) => [width, scheme] as const));

test.each(looks)(
  'at %i pixels in %s colours, axe finds nothing and nothing overflows',
  async (width, colorScheme) => {
    const page = await open({ viewport: { width, height: 900 }, colorScheme });
    await fillIn(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await findViolations(page)).toEqual([]);
    const overflow: number = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
  },
  30_000,
);
