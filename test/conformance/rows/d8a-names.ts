/** Cookie prefix and the client cookie's name. */
export const nameRows: [prefix: string, clientName: string][] = [
  ['', '_d8a'],
  ['a', 'a_d8a'],
  ['a_', 'a_d8a'],
  ['a__', 'a__d8a'],
  ['_', '_d8a'],
  ['TEST_PREFIX_', 'TEST_PREFIX_d8a'],
];

/** Prefix and property id, and the session cookie's name. */
export const sessionNameRows: [prefix: string, propertyId: string, sessionName: string][] = [
  ['', '80e1d6d0-560d-419f-ac2a-fe9281e93386', '_d8a_80e1d6d0-560d-419f-ac2a-fe9281e93386'],
  ['shop', 'P', 'shop_d8a_P'],
];
