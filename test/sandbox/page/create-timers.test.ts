import { describe, expect, test } from '@jest/globals';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';

function createPage() {
  const page = createMemoryPage({ url: 'https://www.example.com/', nowMillis: () => 1000 });
  const order: string[] = [];
  const after = (delayMillis: number, name: string) =>
    page.after(delayMillis, () => order.push(`${name} ${page.nowMillis()}`));
  return { page, order, after };
}

describe('a timer of a memory page', () => {
  test('runs at the drain behind its time, in the order of the times', async () => {
    const { page, order, after } = createPage();
    after(20, 'late');
    after(10, 'early');
    await page.drain();
    expect(order).toEqual([]);
    page.advance(20);
    expect(order).toEqual([]);
    await page.drain();
    expect(order).toEqual(['early 1020', 'late 1020']);
  });

  test('can be taken back', async () => {
    const { page, order, after } = createPage();
    after(10, 'gone')();
    page.advance(10);
    await page.drain();
    expect(order).toEqual([]);
  });

  test('is reached by skipping, which answers false when there is none', async () => {
    const { page, order, after } = createPage();
    after(500, 'one');
    after(900, 'two');
    expect(page.skipToNextTimer()).toBe(true);
    await page.drain();
    expect(page.skipToNextTimer()).toBe(true);
    await page.drain();
    expect(page.skipToNextTimer()).toBe(false);
    expect(order).toEqual(['one 1500', 'two 1900']);
  });
});
