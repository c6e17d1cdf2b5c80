export const info = {
  type: 'MACRO',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'First-Party ID Variable',
  categories: ['ANALYTICS', 'TAG_MANAGEMENT', 'UTILITY'],
  brand: { id: 'first_party_id', displayName: 'First-Party ID' },
  description:
    'One part of the identity that the First-Party ID tag keeps: the client ID, the session, the consent state or the reasons why. It reads the page first and the cookies second, and respects consent.',
  containerContexts: ['WEB'],
};
