import type { Schema } from './check-schema.ts';

const name = '[A-Za-z0-9._-]';
// Browsers hold names that begin with __Host- or __Secure-, in any case, to other attributes.
const noPrefix = '(?!__[Hh][Oo][Ss][Tt]-|__[Ss][Ee][Cc][Uu][Rr][Ee]-)';

/** The options of the endpoint: a JSON Schema whose descriptions are what an error gives as accepted. */
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
                'an origin as browsers send it: http or https, host in lower case, no path, no default port, and no port 0',
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
      description:
        'a list of secrets of at least 32 bytes each, as first-party-id keys new makes them; the first signs, all verify',
      // Written, never shown again.
      writeOnly: true,
      items: {
        type: 'string',
        description:
          'a secret of at least 32 bytes without white space at either end, such as 32 random bytes in base64url',
      },
    },
    basePath: {
      type: 'string',
      default: '',
      pattern: '^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$',
      description: '"", or a path that begins with / and does not end with it, such as "/fpid"',
    },
    serverCookieName: {
      type: 'string',
      default: 'first_party_id',
      pattern: `^${noPrefix}${name}{1,40}$`,
      description:
        '1 to 40 letters, digits, dots, underscores and hyphens, not beginning with __Host- or __Secure-, and no name that the endpoint uses for another cookie',
    },
    maxAgeDays: {
      type: 'integer',
      default: 730,
      minimum: 1,
      maximum: 730,
      description: 'a whole number of days from 1 to 730',
    },
    renewalDays: {
      type: 'integer',
      default: 0,
      minimum: 0,
      maximum: 365,
      description: 'a whole number of days from 0 to 365, and fewer than maxAgeDays',
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
        pattern: `^${noPrefix}${name}{0,40}$`,
        description:
          'at most 40 letters, digits, dots, underscores and hyphens; not beginning with __Host- or __Secure-',
      },
    },
    snowplowPrefixes: {
      type: 'array',
      default: [],
      maxItems: 10,
      uniqueItems: true,
      description:
        'a list of at most 10 different cookieNames of Snowplow trackers, such as "_sp_"; empty renews none',
      items: {
        type: 'string',
        pattern: `^${noPrefix}${name}{1,40}$`,
        description:
          '1 to 40 letters, digits, dots, underscores and hyphens; not beginning with __Host- or __Secure-',
      },
    },
    snowplowOptOutCookie: {
      type: 'string',
      default: '',
      pattern: `^(${name}{1,40})?$`,
      description: '"", or the name of the cookie that opts a visitor out of Snowplow',
    },
    treasureDataNames: {
      type: 'array',
      default: [],
      maxItems: 10,
      uniqueItems: true,
      description:
        'a list of at most 10 different storage.names of Treasure Data’s SDK, such as "_td"; empty renews none',
      items: {
        type: 'string',
        pattern: `^${noPrefix}${name}{1,40}$`,
        description:
          '1 to 40 letters, digits, dots, underscores and hyphens; not beginning with __Host- or __Secure-',
      },
    },
    collectorCookieName: {
      type: 'string',
      default: '',
      pattern: `^(${noPrefix}${name}{1,40})?$`,
      description:
        '"", or the name of the cookie that Snowplow’s collector sets on the site’s cookieDomain, such as "sp"',
    },
    trustedProxies: {
      type: 'array',
      default: [],
      description:
        'a list of addresses or networks whose X-Forwarded-Proto and X-Forwarded-Host are believed',
      items: {
        type: 'string',
        description:
          'an address such as "10.0.0.7" or "::1", a network such as "10.0.0.0/8", or "*" for everyone',
      },
    },
    host: {
      type: 'string',
      default: '127.0.0.1',
      pattern: '^[A-Za-z0-9.:-]+$',
      description: 'an address or host name to listen on, such as "127.0.0.1" or "::"',
    },
    port: {
      type: 'integer',
      default: 8080,
      minimum: 0,
      maximum: 65535,
      description: 'a whole number from 0 to 65535; 0 takes any free port',
    },
    maxRequestsPerSecond: {
      type: 'integer',
      default: 200,
      minimum: 0,
      maximum: 1000000,
      description: 'a whole number from 0 to 1000000; 0 sets no limit',
    },
    drainSeconds: {
      type: 'integer',
      default: 0,
      minimum: 0,
      maximum: 300,
      description: 'a whole number of seconds from 0 to 300',
    },
    logLevel: {
      type: 'string',
      default: 'info',
      enum: ['silent', 'error', 'warn', 'info', 'debug'],
      description: '"silent", "error", "warn", "info" or "debug"',
    },
    metrics: { type: 'boolean', default: false, description: 'true or false' },
    development: { type: 'boolean', default: false, description: 'true or false' },
  },
} satisfies Schema;
