export const info = {
  type: 'CLIENT',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'First-Party ID Client',
  categories: ['ANALYTICS', 'TAG_MANAGEMENT', 'UTILITY'],
  brand: { id: 'first_party_id', displayName: 'First-Party ID' },
  description:
    'The cookie endpoint of First-Party ID inside your server container: it renews the identity cookies of your own sites, brings back what browsers cut short, and forgets on request.',
  containerContexts: ['SERVER'],
};
