/** What Google shows of the template. */
export const info = {
  type: 'TAG',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'Greeting',
  description:
    "Says hello to a visitor whose name is known from an earlier visit, and says nothing to others. It's a sample.",
  containerContexts: ['WEB'],
};
