/** The names of all cookies that are kept of a visitor of the property P where there is an endpoint, sorted. */
export const IDENTITY_COOKIES = [
  '_d8a',
  '_d8a_P',
  '_td_ssc_id',
  'first_party_backup',
  'first_party_id',
];
