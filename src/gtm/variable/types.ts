/** What the form says. */
export interface VariableForm {
  part: string;
  /** The property whose session cookie is read; '' reads none. */
  propertyId: string;
  cookiePrefix: string;
  consentType: string;
  /** Whole name of Snowplow's id cookie, with its digits; '' reads none. */
  snowplowIdCookie: string;
  treasureDataCookieName: string;
}

/** Parts of the identity by their names, such as `clientId`; a part that is not known is absent. */
export type Parts = Record<string, unknown>;
