import type { Route } from './types.ts';

/** What is answered, by the path below the base path. */
export const ROUTES: Record<string, Route> = {
  '/id.gif': { method: 'GET', answer: 'image', isReadable: false },
  '/forget.gif': { method: 'GET', answer: 'forgetByImage', isReadable: false },
  '/get_cookie_id': { method: 'GET', answer: 'cookieId', isReadable: true },
  '/id': { method: 'POST', answer: 'identity', isReadable: true },
  '/forget': { method: 'POST', answer: 'forget', isReadable: true },
};

/** A transparent GIF of one pixel, 43 bytes. */
export const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

/** Longest Cookie header that is read. */
export const MAX_COOKIE_HEADER = 16384;

/** Longest request body that is let in; nothing is read from it. */
export const MAX_BODY = 1024;
