import { SERVER_ID_COOKIE } from '../../core/constants.ts';

/** The property id that the demo's tags are set up with. */
export const PROPERTY_ID = 'demo';

/** Whether a cookie is one that the template or the endpoint keeps, and not another project's on this host. */
export function isDemoCookie(name: string): boolean {
  return /^_d8a(_|$)|^first_party_/.test(name) || name === SERVER_ID_COOKIE;
}
