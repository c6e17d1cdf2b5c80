import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createCookieJar,
  createMemoryPage,
  readCookies,
  storeCookie,
} from '../../../src/sandbox/page/index.ts';

const url = 'https://www.example.com/shop/cart';

describe('document.cookie of a memory page', () => {
  test.each([
    [['a=1', 'b=2'], 'a=1; b=2'],
    [['a=1; path=/', 'b=2'], 'b=2; a=1'],
    [['a=1; path=/', 'a=2; path=/'], 'a=2'],
    [['a=1; domain=example.com'], 'a=1'],
    [['a=1; domain=.example.com'], 'a=1'],
    [['a=1; domain=com'], ''],
    [['a=1; domain=other.com'], ''],
    [['a=1; domain=shop.www.example.com'], ''],
    [['a=1; path=/elsewhere'], ''],
    [['a=1; secure'], 'a=1'],
    [['a=1; httponly'], ''],
    [['__Host-a=1; secure; path=/; domain=example.com'], ''],
    [['__Secure-a=1'], ''],
    [['a=1', 'a=; max-age=0'], ''],
    [['a=1', 'a=; expires=Thu, 01 Jan 1970 00:00:00 GMT'], ''],
    [['bare'], 'bare'],
    [[`a=${'x'.repeat(4096)}`], ''],
  ])('after %j is %s', (lines, expected) => {
    const page = createMemoryPage({ url });
    for (const line of lines) page.window.document.cookie = line;
    expect(page.window.document.cookie).toBe(expected);
  });

  test.each([
    ['http://www.example.com/', 'a=1; secure', ''],
    ['https://co.uk/', 'a=1', 'a=1'],
    ['https://foo.github.io/', 'a=1; domain=github.io', ''],
    ['https://foo.github.io/', 'a=1; domain=foo.github.io', 'a=1'],
    ['https://127.0.0.1/', 'a=1', 'a=1'],
    ['https://localhost/', 'a=1', 'a=1'],
  ])('on %s after %s is %s', (address, line, expected) => {
    const page = createMemoryPage({ url: address });
    page.window.document.cookie = line;
    expect(page.window.document.cookie).toBe(expected);
  });

  test('expires by the clock of the page, however often it is read', () => {
    let nowMillis = 1_000_000;
    const page = createMemoryPage({ url, nowMillis: () => nowMillis });
    page.window.document.cookie = 'a=1; max-age=10';
    nowMillis += 9_999;
    expect(page.window.document.cookie).toBe('a=1');
    nowMillis += 1;
    expect(page.window.document.cookie).toBe('');
  });

  test('is shared by pages with one jar, and sees what the server set', () => {
    const cookieJar = createCookieJar();
    const context = { url, nowMillis: Date.now(), by: 'server' } as const;
    storeCookie(cookieJar, 'h=1; path=/; httponly', context);
    storeCookie(cookieJar, 's=1; path=/; max-age=60', context);
    createMemoryPage({ url, cookieJar }).window.document.cookie = 'a=1; path=/';
    const second = createMemoryPage({ url: 'https://www.example.com/other', cookieJar });
    expect(second.window.document.cookie).toBe('s=1; a=1');
    expect(readCookies(cookieJar, context).map(({ key }) => key)).toEqual(['h', 's', 'a']);
  });

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const page = createMemoryPage({ url });
        page.window.document.cookie = line;
        expect(typeof page.window.document.cookie).toBe('string');
      }),
    );
  });

  test.each(['blocked', 'throwing'] as const)('can be %s', (cookieJar) => {
    const { document } = createMemoryPage({ url, cookieJar }).window;
    const use = () => {
      document.cookie = 'a=1';
      return document.cookie;
    };
    if (cookieJar === 'blocked') expect(use()).toBe('');
    else expect(use).toThrow();
  });
});

describe('drain', () => {
  test('runs what was scheduled, in order, and what that schedules', async () => {
    const page = createMemoryPage({ url });
    const seen: number[] = [];
    page.schedule(() => {
      seen.push(1);
      page.schedule(() => seen.push(3));
    });
    page.schedule(() => seen.push(2));
    await page.drain();
    expect(seen).toEqual([1, 2, 3]);
  });

  test('waits for requests and what follows from them', async () => {
    const page = createMemoryPage({
      url,
      network: { loadImage: () => Promise.reject(new Error()) },
    });
    const seen: unknown[] = [];
    void page.network.loadImage('https://a.b/').then((isLoaded) => {
      seen.push(isLoaded);
      void page.network.loadScript('https://a.b/').then((answer) => {
        page.schedule(() => seen.push(answer));
      });
    });
    await page.drain();
    expect(seen).toEqual([false, true]);
    expect(page.requests).toEqual([
      { kind: 'image', url: 'https://a.b/' },
      { kind: 'script', url: 'https://a.b/' },
    ]);
  });

  test('gives up on what never ends', async () => {
    const page = createMemoryPage({ url });
    let count = 0;
    const again = () => {
      count += 1;
      page.schedule(again);
    };
    page.schedule(again);
    await page.drain();
    expect(count).toBe(10_000);
  });

  test('keeps what a callback threw', async () => {
    const page = createMemoryPage({ url });
    const error = new Error('uncaught');
    page.schedule(() => {
      throw error;
    });
    await page.drain();
    expect(page.errors).toEqual([error]);
  });
});

describe('localStorage of a memory page', () => {
  test('is shared through a Map', () => {
    const items = new Map([['a', '1']]);
    const { window } = createMemoryPage({ url, localStorage: items });
    expect(window['localStorage']).toMatchObject({});
    items.set('b', '2');
    expect((window['localStorage'] as Storage).getItem('b')).toBe('2');
  });

  test('throws when it is named, where it is blocked', () => {
    const { window } = createMemoryPage({ url, localStorage: 'blocked' });
    expect(() => window['localStorage']).toThrow('Access is denied');
  });
});
