import { checkbox, consentTypes, group, select, shownWith, text } from '../form-fields.ts';
import { formatFields } from './format-fields.ts';

const nonEmpty = { type: 'NON_EMPTY' };
const number = { type: 'NON_NEGATIVE_NUMBER' };

/** A text of this form, or one with a variable, whose value only a page knows. */
const orVariable = (pattern: string, errorMessage: string) => ({
  type: 'REGEX',
  args: [`^(${pattern}|.*[{][{].*)$`],
  errorMessage,
});

/** The form: what most people set comes first, everything else is in closed groups. */
export const fields = [
  shownWith(
    'd8a',
    text(
      'propertyIds',
      'Property ID',
      'The d8a property this site reports to. Several are separated by commas; each has its own session cookie.',
      {
        valueValidators: [
          nonEmpty,
          orVariable(
            '[A-Za-z0-9._-]+([ ,]+[A-Za-z0-9._-]+)*',
            'Letters, digits, full stop, underscore and hyphen; several are separated by commas.',
          ),
        ],
        valueHint: '80e1d6d0-560d-419f-ac2a-fe9281e93386',
      },
    ),
  ),
  text(
    'serverUrl',
    'Server cookie host',
    'Where your cookie endpoint runs, without https://: a path on this site, or a subdomain. It makes the identity last; browsers may cut what scripts write to seven days. Leave it empty to work without an endpoint.',
    {
      valueHint: 'www.example.com/fpid',
      valueValidators: [
        orVariable(
          '((https://)?[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(/[A-Za-z0-9._~-]+)*/?)?',
          'A host, with a path if you like, such as www.example.com/fpid.',
        ),
      ],
    },
  ),
  select(
    'consentType',
    'Consent that permits storage',
    'The identity is kept only while this Google consent type is granted. Until then it lives in memory, and is kept under the same ID once the visitor agrees.',
    consentTypes.map((type) => [type, type]),
  ),
  group('actionGroup', 'Action', [
    {
      ...select(
        'action',
        'Action',
        'Identify counts a page view. Engage marks the session as engaged. New session starts one at once. Forget erases the visitor, here and at the endpoint.',
        [
          ['identify', 'Identify (page view)'],
          ['engage', 'Engage'],
          ['newSession', 'New session'],
          ['forget', 'Forget'],
        ],
      ),
      // The imported container chooses it by a variable.
      macrosInSelect: true,
    },
  ]),
  group('consentGroup', 'More about consent', [
    select(
      'unsetConsent',
      'While nobody has said anything about consent',
      'Google treats a consent type that nobody has set as granted.',
      [
        ['grant', 'Treat it as granted'],
        ['wait', 'Keep the identity in memory'],
      ],
    ),
    select(
      'onWithdrawal',
      'When consent is withdrawn',
      'A default that denies consent is never a withdrawal; an update that denies it is.',
      [
        ['erase', 'Erase everything, here and at the endpoint'],
        ['keep', 'Keep what is stored, and do not use it'],
      ],
    ),
    text(
      'waitForUpdateMillis',
      'Wait for a consent update',
      'How long the first decision may wait for your consent tool; 0 does not wait.',
      { defaultValue: 0, valueUnit: 'milliseconds', valueValidators: [number] },
    ),
    text(
      'privacySignal',
      'Privacy signal',
      'Choose a variable that says true while the browser sends Global Privacy Control or Do Not Track, to honour it as a refusal.',
    ),
  ]),
  group('formatsGroup', 'Identity formats', formatFields),
  group('sessionGroup', 'Session', [
    text(
      'sessionTimeoutMinutes',
      'Session timeout',
      'A session ends after this time without a hit.',
      { defaultValue: 30, valueUnit: 'minutes', valueValidators: [number] },
    ),
    text(
      'engagementSeconds',
      'Engagement',
      'How long a page must have been open before an Engage tag counts.',
      { defaultValue: 10, valueUnit: 'seconds', valueValidators: [number] },
    ),
    select(
      'sessionKeeper',
      'Who counts page views',
      'Choose the tracker when a d8a or Snowplow tracker runs on the same pages: it then counts, and this tag creates only what is missing.',
      [
        ['thisTag', 'This tag'],
        ['tracker', 'The tracker on the page'],
      ],
    ),
  ]),
  group('storageGroup', 'Storage', [
    select(
      'storage',
      'Storage',
      'Where the d8a identity lies. Local storage belongs to one host: the identity is then not shared with subdomains. Snowplow and Treasure Data stay in cookies; None keeps none of them.',
      [
        ['cookie', 'Cookies'],
        ['localStorage', 'Local storage'],
        ['none', 'None: in memory only'],
      ],
    ),
    text(
      'cookieDomain',
      'Cookie domain',
      'auto finds the widest domain that the browser accepts. none keeps the cookies to one host.',
      { defaultValue: 'auto' },
    ),
    text(
      'cookiePrefix',
      'Cookie prefix',
      'Put before the d8a cookie names, as in the d8a tracker: with shop the client cookie is shop_d8a.',
      {
        valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
      },
    ),
    text(
      'cookieMaxAgeDays',
      'Cookie lifetime',
      'Browsers allow at most 400 days. With 0 the cookies end with the browser session.',
      { defaultValue: 730, valueUnit: 'days', valueValidators: [number] },
    ),
    checkbox(
      'cookieUpdate',
      'Start the lifetime anew at each page view',
      'Once your endpoint keeps the cookies, it does this instead, once a session.',
      { defaultValue: true },
    ),
    select(
      'cookieSameSite',
      'SameSite',
      'Lax is right for nearly every site. None is for pages inside frames of other sites.',
      [
        ['Lax', 'Lax'],
        ['Strict', 'Strict'],
        ['None', 'None'],
      ],
    ),
  ]),
  group('dataLayerGroup', 'Data layer', [
    text(
      'dataLayerName',
      'Data layer name',
      'Permissions name the data layer, so another name also has to be built into the template; see the documentation.',
      { defaultValue: 'dataLayer' },
    ),
  ]),
];
