import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { launchChromium } from '../browser/chromium.ts';

test('the icon is the drawing, rendered', async () => {
  const browser = await launchChromium({ httpsPort: 9, httpPort: 9, trustedKeyHash: '' });
  const page = await browser.newPage();
  const base64 = (file: string) => readFileSync(file).toString('base64');
  const sources = [
    `data:image/svg+xml;base64,${base64('src/gtm/icon.svg')}`,
    `data:image/png;base64,${base64('src/gtm/icon.png')}`,
  ];
  const difference = await page.evaluate(async (urls) => {
    const [drawn = [], kept = []] = await Promise.all(
      urls.map(async (url) => {
        const image = new Image(96, 96);
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(96, 96).getContext('2d');
        canvas?.drawImage(image, 0, 0, 96, 96);
        return [...(canvas?.getImageData(0, 0, 96, 96).data ?? [])];
      }),
    );
    const sum = drawn.reduce(
      (sofar, value, index) => sofar + Math.abs(value - (kept[index] ?? 0)),
      0,
    );
    return sum / drawn.length;
  }, sources);
  await browser.close();
  // Another browser may draw edges a little differently.
  expect(difference).toBeLessThan(1);
}, 60_000);
