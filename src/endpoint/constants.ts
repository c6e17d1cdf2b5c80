/** Name of the HttpOnly cookie with the signed server id, unless configured. */
export const SIGNED_ID_COOKIE = 'first_party_id';

/** Longest request head that is read; Node's own default limit is the same. */
export const MAX_HEADER_BYTES = 16384;

/** Longest request body that is let in; nothing is read from it. */
export const MAX_BODY_BYTES = 1024;
