import type { Page } from 'playwright-core';

/** What one page view cost. */
export interface View {
  /** From the script's start until all that it does at once is done. */
  scriptMillis: number;
  /** From the script's start until the identity cookie is written. */
  readyMillis: number;
  writes: number;
  reads: number;
  /** Of all tasks over 50 ms. */
  longTaskMillis: number;
}

interface Meter {
  startMillis: number;
  endMillis: number;
  readyMillis: number;
  writes: number;
  reads: number;
  longTaskMillis: number;
}

/** Script that counts what a page does with its cookies; runs before all others. */
export function meter(cookie: RegExp): string {
  return `
const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
const meter = { startMillis: 0, endMillis: 0, readyMillis: 0, writes: 0, reads: 0, longTaskMillis: 0 };
window.benchMeter = meter;
Object.defineProperty(document, 'cookie', {
  configurable: true,
  get() { meter.reads += 1; return own.get.call(document); },
  set(text) {
    own.set.call(document, text);
    meter.writes += 1;
    if (${String(cookie)}.test(text)) meter.readyMillis ||= performance.now();
  },
});
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) meter.longTaskMillis += duration;
}).observe({ type: 'longtask', buffered: true });`;
}

/** Loads a page, waits until it rests, and reads its meter. */
export async function measureView(page: Page, address: string): Promise<View> {
  await page.goto(address, { waitUntil: 'load' });
  // Peers write again when their first request is answered.
  await page.waitForTimeout(400);
  const found = await page.evaluate(() => Reflect.get(window, 'benchMeter') as Meter);
  return {
    scriptMillis: found.endMillis - found.startMillis,
    readyMillis: found.readyMillis === 0 ? 0 : found.readyMillis - found.startMillis,
    writes: found.writes,
    reads: found.reads,
    longTaskMillis: found.longTaskMillis,
  };
}
