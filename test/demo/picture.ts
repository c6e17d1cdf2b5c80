import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/chromium.ts';
import { startDemo } from '../../src/demo/start-demo.ts';

/*
 * Writes the pictures of the demo that the README shows: a visitor has agreed, and looks at a
 * product; and the set-up page, filled in. `npm run pictures` runs it, after a build.
 */
const fileOf = (name: string) => fileURLToPath(new URL(`../../src/demo/${name}`, import.meta.url));
const demo = await startDemo(0);
const browser = await launchChromium({ httpsPort: 9, httpPort: 9, trustedKeyHash: '' });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(demo.address);
await page.getByRole('button', { name: 'Agree', exact: true }).click();
await page.getByText('answered in').waitFor();
await page.getByRole('link', { name: 'Family teapot' }).click();
await page.getByText('2 in this session').waitFor();
await page.screenshot({ path: fileOf('picture.png') });

const setUp = await browser.newPage({ viewport: { width: 1200, height: 900 } });
await setUp.goto(`${demo.address}/setup`);
await setUp.getByLabel('Website').fill('www.example.com');
await setUp.getByLabel('Consent tool').selectOption('Cookiebot');
await setUp.getByLabel('Property ID').fill('80e1d6d0-560d-419f-ac2a-fe9281e93386');
await setUp.getByLabel('Server cookie host').fill('www.example.com/fpid');
await setUp.evaluate('document.activeElement.blur(), scrollTo(0, 0)');
await setUp.screenshot({ path: fileOf('setup.png') });
await browser.close();
await demo.close();
