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

/** Copies of the identity cookies, signed. */
export const BACKUP_COOKIE = 'first_party_backup';

/** Longest Cookie header that is read. */
export const MAX_COOKIE_HEADER = 16384;

/** Longest request body that is let in; nothing is read from it. */
export const MAX_BODY = 1024;

/** How many d8a properties are renewed and backed up. */
export const MAX_SESSIONS = 20;

/** Longest value of the backup cookie; browsers keep 4,096 bytes of name, value and attributes. */
export const MAX_BACKUP = 2000;

/** Characters of an HMAC-SHA-256 in base64url. */
export const SIGNATURE_LENGTH = 43;

export const DAY_SECONDS = 86400;
