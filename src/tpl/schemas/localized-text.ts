/** Text, or text with its translations. */
export const LOCALIZED_TEXT = {
  type: ['string', 'object'],
  required: ['text', 'translations'],
  additionalProperties: false,
  properties: {
    text: { type: 'string' },
    translations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['locale', 'text'],
        additionalProperties: false,
        properties: { locale: { type: 'string' }, text: { type: 'string' } },
      },
    },
  },
} as const;
