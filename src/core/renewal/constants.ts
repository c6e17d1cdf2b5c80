/** Copies of the identity cookies, signed, in a cookie that no script reads. */
export const BACKUP_COOKIE = 'first_party_backup';

/** How many cookies that tell a session are renewed and backed up. */
export const MAX_SESSIONS = 20;

/** Longest value of the backup cookie; browsers keep 4,096 bytes of name, value and attributes. */
export const MAX_BACKUP_BYTES = 2000;

/** Characters of an HMAC-SHA-256 in base64url. */
export const SIGNATURE_LENGTH = 43;

export const DAY_SECONDS = 86400;

/** A d8a session with nothing in it that a parser would trim or leave out. */
export const STRICT_SESSION = '^S1[.]1[.][a-z][A-Za-z0-9._-]{0,64}([$][a-z][A-Za-z0-9._-]{0,64})*$';
