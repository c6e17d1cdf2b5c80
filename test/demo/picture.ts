import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/chromium.ts';
import { startDemo } from '../../src/demo/start-demo.ts';

/*
 * Writes the picture of the demo that the README shows: a visitor has agreed, and looks at a product.
 * Run after a build: node --import ts-blank-space/register test/demo/picture.ts
 */
const file = fileURLToPath(new URL('../../src/demo/picture.png', import.meta.url));
const demo = await startDemo(0);
const browser = await launchChromium({ httpsPort: 9, httpPort: 9, trustedKeyHash: '' });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(demo.address);
await page.getByRole('button', { name: 'Agree', exact: true }).click();
await page.getByText('answered in').waitFor();
await page.getByRole('link', { name: 'Family teapot' }).click();
await page.getByText('2 in this session').waitFor();
await page.screenshot({ path: file });
await browser.close();
await demo.close();
