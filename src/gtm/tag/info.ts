export const info = {
  type: 'TAG',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'First-Party ID',
  categories: ['ANALYTICS', 'TAG_MANAGEMENT', 'UTILITY'],
  brand: { id: 'first_party_id', displayName: 'First-Party ID' },
  description:
    'Gives your site one durable, consented, first-party visitor and session identity. It works beside the d8a tracker, and makes the identity last with a cookie endpoint on your own domain.',
  containerContexts: ['WEB'],
};
