import { expect, test } from '@jest/globals';
import { generateTemplate } from '../../src/generator/index.ts';
import type { PermissionValue } from '../../src/tpl/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { writeFolder } from './write-folder.ts';

const FIELDS = `export const fields = [{ type: 'GROUP', name: 'consent', subParams: [
  { type: 'SELECT', name: 'consentType', selectItems: [
    { value: 'ad_storage', displayValue: 'Ads' },
    { value: 'analytics_storage', displayValue: 'Analytics' } ] } ] }];`;

/** Google's typed values as plain ones. */
function plain(value: PermissionValue): unknown {
  switch (value.type) {
    case 1:
      return value.string;
    case 2:
      return value.listItem.map(plain);
    case 3:
      return Object.fromEntries(
        value.mapKey.map((key, index) => {
          const cell = value.mapValue[index];
          return [plain(key), cell && plain(cell)];
        }),
      );
    case 8:
      return value.boolean;
  }
}

const globals = (key: string, read: boolean, write: boolean, execute: boolean) => ({
  keys: [{ key, read, write, execute }],
});
const consent = (consentType: string, read: boolean, write: boolean) => ({
  consentType,
  read,
  write,
});

test.each([
  ['copyFromWindow', "('a.b')", 'access_globals', '', globals('a.b', true, false, false)],
  ['setInWindow', "('a', 1)", 'access_globals', '', globals('a', true, true, false)],
  ['createQueue', "('a')", 'access_globals', '', globals('a', true, true, false)],
  ['callInWindow', "('a')", 'access_globals', '', globals('a', false, false, true)],
  [
    'aliasInWindow',
    "('a', 'b')",
    'access_globals',
    '',
    {
      keys: [
        { key: 'a', read: false, write: true, execute: false },
        { key: 'b', read: true, write: false, execute: false },
      ],
    },
  ],
  [
    'copyFromWindow',
    '(data.x)',
    'access_globals',
    "keys: [{ key: 'c', read: true, execute: false }]",
    globals('c', true, false, false),
  ],
  [
    'localStorage',
    ".getItem('k')",
    'access_local_storage',
    '',
    { keys: [{ key: 'k', read: true, write: false }] },
  ],
  [
    'localStorage',
    ".removeItem('k')",
    'access_local_storage',
    '',
    { keys: [{ key: 'k', read: false, write: true }] },
  ],
  [
    'isConsentGranted',
    "('ad_storage')",
    'access_consent',
    '',
    { consentTypes: [consent('ad_storage', true, false)] },
  ],
  [
    'isConsentGranted',
    '(data.consentType)',
    'access_consent',
    "typesFromField: 'consentType'",
    {
      consentTypes: [consent('ad_storage', true, false), consent('analytics_storage', true, false)],
    },
  ],
  [
    'updateConsentState',
    "({ ad_storage: 'granted' })",
    'access_consent',
    "consentTypes: [{ consentType: 'ad_storage', write: true }]",
    { consentTypes: [consent('ad_storage', false, true)] },
  ],
  [
    'getCookieValues',
    "('_d8a')",
    'get_cookies',
    '',
    { cookieAccess: 'specific', cookieNames: ['_d8a'] },
  ],
  ['getCookieValues', '(data.x)', 'get_cookies', "cookieAccess: 'any'", { cookieAccess: 'any' }],
  [
    'setCookie',
    "('a', 'b')",
    'set_cookies',
    "allowedCookies: [{ name: '*', domain: '*', path: '/', secure: 'any', session: 'any' }]",
    { allowedCookies: [{ name: '*', domain: '*', path: '/', secure: 'any', session: 'any' }] },
  ],
  [
    'getUrl',
    "('host')",
    'get_url',
    '',
    { urlParts: 'specific', host: true, queriesAllowed: 'any' },
  ],
  ['getUrl', '()', 'get_url', '', { urlParts: 'any', queriesAllowed: 'any' }],
  [
    'getQueryParameters',
    "('gclid')",
    'get_url',
    "urlParts: ['query'], queryKeys: ['gclid']",
    { urlParts: 'specific', query: true, queriesAllowed: 'specific', queryKeys: ['gclid'] },
  ],
  [
    'getReferrerUrl',
    "('host')",
    'get_referrer',
    '',
    { urlParts: 'specific', host: true, queriesAllowed: 'any' },
  ],
  [
    'sendPixel',
    "('https://example.com/' + data.x)",
    'send_pixel',
    "allowedUrls: 'any'",
    { allowedUrls: 'any' },
  ],
  [
    'sendPixel',
    "('https://example.com/a.gif')",
    'send_pixel',
    '',
    { allowedUrls: 'specific', urls: ['https://example.com/a.gif'] },
  ],
  [
    'injectScript',
    '(data.x)',
    'inject_script',
    "urls: ['https://example.com/*']",
    { urls: ['https://example.com/*'] },
  ],
  [
    'copyFromDataLayer',
    "('ecommerce')",
    'read_data_layer',
    '',
    { allowedKeys: 'specific', keyPatterns: ['ecommerce'] },
  ],
  ['gtagSet', '({ a: 1 })', 'write_data_layer', "keyPatterns: ['a']", { keyPatterns: ['a'] }],
  ['logToConsole', "('a')", 'logging', '', { environments: 'debug' }],
  ['logToConsole', "('a')", 'logging', "environments: 'all'", { environments: 'all' }],
  ['templateStorage', ".getItem('a')", 'access_template_storage', '', {}],
  ['readTitle', '()', 'read_title', '', {}],
  ['readCharacterSet', '()', 'read_character_set', '', {}],
  ['getContainerVersion', '()', 'read_container_data', '', {}],
  ['addEventCallback', '(data.x)', 'read_event_metadata', '', {}],
])('%s%s is covered by %s: { %s }', async (api, call, permission, declared, params) => {
  const text = await generateTemplate(
    writeFolder({
      'tag/apis.ts': `export const ${api} = require('${api}');`,
      'tag/main.ts': `import { ${api} } from './apis.ts';\n${api}${call};`,
      'tag/fields.ts': FIELDS,
      'tag/permissions.ts': `export const permissions = { ${permission}: { why: 'It is needed.', ${declared} } };`,
    }),
  );
  const { permissions } = parseTemplate(text).template;
  expect(permissions).toHaveLength(1);
  expect(permissions[0]?.instance.key).toEqual({ publicId: permission, versionId: '1' });
  const entries = permissions[0]?.instance.param?.map(({ key, value }) => [key, plain(value)]);
  expect(Object.fromEntries(entries ?? [])).toEqual(params);
});

test('asking whether an API is there touches nothing', async () => {
  const text = await generateTemplate(
    writeFolder({
      'tag/apis.ts': `export const getType = require('getType');
export const localStorage = require('localStorage');`,
      'tag/main.ts': `import { getType, localStorage } from './apis.ts';
if (localStorage !== undefined && getType(localStorage) === 'object') localStorage.getItem('k');
const text = !localStorage ? null : localStorage.getItem('k');
data.gtmOnSuccess(text);`,
      'tag/permissions.ts':
        "export const permissions = { access_local_storage: { why: 'Reads the name.' } };",
    }),
  );
  expect(text).toContain('- access_local_storage (k read): Reads the name.');
});
