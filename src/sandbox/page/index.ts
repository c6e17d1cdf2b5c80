export { createBrowserPage } from './create-browser-page.ts';
export { createCookieJar, createMemoryPage } from './create-memory-page.ts';
export type { MemoryPage, MemoryPageOptions, PageRequest } from './create-memory-page.ts';
export { readCookies, storeCookie } from './cookie-store.ts';
export type { CookieContext } from './cookie-store.ts';
export type { Network, Page, PageStorage, PageWindow } from './page.ts';
