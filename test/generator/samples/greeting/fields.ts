/** The form. */
export const fields = [
  {
    type: 'TEXT',
    name: 'greeting',
    displayName: 'Greeting',
    simpleValueType: true,
    defaultValue: 'Hello',
    valueValidators: [{ type: 'NON_EMPTY' }],
  },
];
