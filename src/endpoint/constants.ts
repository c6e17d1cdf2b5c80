/** Name of the HttpOnly cookie with the signed server id, unless configured. */
export const SIGNED_ID_COOKIE = 'first_party_id';

/** Copies of the identity cookies, signed. HttpOnly as well. */
export const BACKUP_COOKIE = 'first_party_backup';

/** Longest request head that is read; Node's own default limit is the same. */
export const MAX_HEADER_BYTES = 16384;

/** Longest request body that is let in; nothing is read from it. */
export const MAX_BODY_BYTES = 1024;

/** How many d8a properties are renewed and backed up. */
export const MAX_SESSIONS = 20;

/** Longest value of the backup cookie; browsers keep 4,096 bytes of name, value and attributes. */
export const MAX_BACKUP_BYTES = 2000;

export const DAY_SECONDS = 86_400;
