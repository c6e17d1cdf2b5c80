import { readFileSync } from 'node:fs';
import { startDemo } from '../../src/demo/start-demo.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { launchChromium } from '../browser/chromium.ts';
import { formPage } from './form-page.ts';

/*
 * Writes the pictures of src/gtm/README.md: the forms of the templates, and the event in the demo's panel.
 * Run after a build: node --import ts-blank-space/register test/gtm/pictures.ts
 */
const browser = await launchChromium({ httpsPort: 9, httpPort: 9, trustedKeyHash: '' });
const forms = {
  tag: {
    propertyIds: '{{First-Party ID - Property ID}}',
    serverUrl: 'www.example.com/fpid',
  },
  variable: { propertyIds: '{{First-Party ID - Property ID}}' },
  client: {
    origins: 'https://www.example.com, https://example.com',
    cookieDomain: 'example.com',
    signing: 'With the key first_party_id',
  },
};

for (const [name, values] of Object.entries(forms)) {
  const text = readFileSync(`template/first-party-id-${name}.tpl`, 'utf8');
  const page = await browser.newPage({ viewport: { width: 718, height: 600 } });
  await page.setContent(formPage(parseTemplate(text).template, values));
  await page.screenshot({ path: `src/gtm/pictures/${name}.png`, fullPage: true });
}

const demo = await startDemo(0);
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(demo.address);
await page.getByRole('button', { name: 'Agree', exact: true }).click();
await page.getByText('answered in').waitFor();
const messages = page.locator('#live section').filter({ hasText: 'Data layer' });
await messages.screenshot({ path: 'src/gtm/pictures/event.png' });
await browser.close();
await demo.close();
