/** Why each permission is asked for. */
export const permissions = {
  access_globals: { why: 'Shares the greeting with the page.' },
  access_local_storage: { why: 'Reads the name of the visitor.' },
  logging: { why: 'Says in Preview when nobody is known.' },
};
