import { LOCALIZED_TEXT } from './localized-text.ts';

/** The categories of Google's Community Template Gallery. */
export const CATEGORIES = [
  'ADVERTISING',
  'AFFILIATE_MARKETING',
  'ANALYTICS',
  'ATTRIBUTION',
  'CHAT',
  'CONVERSIONS',
  'DATA_WAREHOUSING',
  'EMAIL_MARKETING',
  'EXPERIMENTATION',
  'HEAT_MAP',
  'LEAD_GENERATION',
  'MARKETING',
  'PERSONALIZATION',
  'REMARKETING',
  'SALES',
  'SESSION_RECORDING',
  'SOCIAL',
  'SURVEY',
  'TAG_MANAGEMENT',
  'UTILITY',
] as const;

/** JSON Schema of the INFO section. */
export const INFO_SCHEMA = {
  $id: 'info',
  type: 'object',
  required: ['type', 'id', 'version', 'displayName', 'description', 'containerContexts'],
  additionalProperties: false,
  properties: {
    type: { enum: ['TAG', 'MACRO', 'CLIENT'] },
    id: { type: 'string', minLength: 1 },
    version: { const: 1 },
    securityGroups: { type: 'array', items: { type: 'string' } },
    displayName: LOCALIZED_TEXT,
    categories: { type: 'array', items: { enum: CATEGORIES }, uniqueItems: true },
    brand: {
      type: 'object',
      additionalProperties: false,
      properties: {
        id: { type: 'string' },
        displayName: { type: 'string' },
        thumbnail: { type: 'string', pattern: '^$|^data:image/(png|jpeg|gif);base64,' },
      },
    },
    description: LOCALIZED_TEXT,
    containerContexts: {
      type: 'array',
      items: { enum: ['WEB', 'SERVER'] },
      minItems: 1,
      maxItems: 1,
    },
    __wm: { type: 'string' },
  },
} as const;
