import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from '../browser/chromium.ts';

/*
 * Renders the icon of the templates. Run after a change of the drawing:
 * node --import ts-blank-space/register test/gtm/render-icon.ts
 */
const browser = await launchChromium({ httpsPort: 9, httpPort: 9, trustedKeyHash: '' });
const page = await browser.newPage({ viewport: { width: 96, height: 96 } });
await page.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync('src/gtm/icon.svg', 'utf8')}`,
);
writeFileSync('src/gtm/icon.png', await page.screenshot({ omitBackground: true }));
await browser.close();
