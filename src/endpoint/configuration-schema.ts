/** The option's description is what an error message gives as accepted. */
export const configurationSchema = {
  type: 'object',
  description: 'an object with the options of the endpoint',
  additionalProperties: false,
  required: ['sites'],
  properties: {
    sites: {
      type: 'array',
      minItems: 1,
      description: 'a list of at least one site: { "origins": […], "cookieDomain": "…" }',
      items: {
        type: 'object',
        description: 'an object with origins and cookieDomain',
        additionalProperties: false,
        required: ['origins', 'cookieDomain'],
        properties: {
          origins: {
            type: 'array',
            minItems: 1,
            description: 'a list of at least one origin such as "https://www.example.com"',
            items: {
              type: 'string',
              description:
                'an origin as browsers send it: http or https, host in lower case, no path, no default port',
            },
          },
          cookieDomain: {
            type: 'string',
            description:
              'a registrable domain such as "example.com", or one below it, in lower case and without a leading dot; "" keeps cookies on one host, for localhost and IP addresses',
          },
        },
      },
    },
    keys: {
      type: 'array',
      default: [],
      description: 'a list of secrets of at least 32 bytes each; the first signs, all verify',
      items: {
        type: 'string',
        description: 'a secret of at least 32 bytes, such as 32 random bytes in base64url',
      },
    },
    basePath: {
      type: 'string',
      default: '',
      pattern: '^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$',
      description: '"", or a path that begins with / and does not end with it, such as "/fpid"',
    },
    maxAgeDays: {
      type: 'integer',
      default: 730,
      minimum: 1,
      maximum: 730,
      description: 'a whole number of days from 1 to 730',
    },
    sessionTimeoutMinutes: {
      type: 'integer',
      default: 30,
      minimum: 1,
      maximum: 1440,
      description: 'a whole number of minutes from 1 to 1440',
    },
    d8aPrefixes: {
      type: 'array',
      default: [''],
      maxItems: 10,
      uniqueItems: true,
      description: 'a list of at most 10 different cookie prefixes; "" is the plain _d8a',
      items: {
        type: 'string',
        // Browsers hold names that begin with __Host- or __Secure-, in any case, to other attributes.
        pattern: '^(?!__[Hh][Oo][Ss][Tt]-|__[Ss][Ee][Cc][Uu][Rr][Ee]-)[A-Za-z0-9._-]{0,40}$',
        description:
          'at most 40 letters, digits, dots, underscores and hyphens; not beginning with __Host- or __Secure-',
      },
    },
    trustProxy: { type: 'boolean', default: false, description: 'true or false' },
    development: { type: 'boolean', default: false, description: 'true or false' },
  },
};
