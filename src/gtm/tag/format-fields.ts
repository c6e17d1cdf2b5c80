import { checkbox, select, shownWith, text } from '../form-fields.ts';

/** Which identities are kept, and how each tracker is set up. */
export const formatFields = [
  checkbox('d8a', 'd8a', 'Keeps the cookies of the d8a tracker.', { defaultValue: true }),
  shownWith(
    'd8a',
    checkbox(
      'adoptGoogleClientId',
      'Take over Google Analytics’ client ID',
      'A visitor who is new to d8a, and whom Google Analytics knows by its cookie _ga, gets that client ID. The cookie is only read, and only while consent permits.',
    ),
  ),
  checkbox(
    'snowplow',
    'Snowplow',
    'Keeps the cookies of the Snowplow tracker, _sp_id and _sp_ses. A tracker that keeps its state in local storage needs the loader instead: permissions name storage keys exactly, and those end in digits of your site.',
  ),
  shownWith(
    'snowplow',
    text(
      'snowplowHash',
      'Snowplow: digits',
      'The four digits at the end of the cookie names, such as 1fff in _sp_id.1fff. Without them they are computed on each page, which takes 6 to 40 ms on a desktop, and a phone longer.',
      {
        valueHint: '1fff',
        valueValidators: [
          {
            type: 'REGEX',
            args: ['^([0-9a-f]{4})?$'],
            errorMessage: 'Four of the digits 0 to 9 and the letters a to f.',
          },
        ],
      },
    ),
  ),
  shownWith(
    'snowplow',
    text(
      'snowplowCookieName',
      'Snowplow: cookie name',
      'The tracker’s cookieName: what its cookie names begin with.',
      {
        defaultValue: '_sp_',
        valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
      },
    ),
  ),
  shownWith(
    'snowplow',
    select(
      'snowplowAnonymousTracking',
      'Snowplow: anonymous tracking',
      'As the tracker is set up. Cookies that are there already stay until consent is withdrawn.',
      [
        ['off', 'Off'],
        ['anonymous', 'On: nothing is kept'],
        ['withSessionTracking', 'On, with session tracking: no user ID is kept'],
      ],
    ),
  ),
  shownWith(
    'snowplow',
    text(
      'snowplowOptOutCookie',
      'Snowplow: opt-out cookie',
      'Name of the cookie that opts a visitor out, whatever it holds. Snowplow’s cookies are then removed.',
    ),
  ),
  checkbox(
    'treasureData',
    'Treasure Data',
    'Keeps the client ID of Treasure Data’s SDK, the cookie _td, while it is in signed mode.',
  ),
  shownWith(
    'treasureData',
    text('treasureDataCookieName', 'Treasure Data: cookie name', 'The SDK’s storage.name.', {
      defaultValue: '_td',
      valueValidators: [{ type: 'REGEX', args: ['^[A-Za-z0-9._-]*$'] }],
    }),
  ),
  shownWith(
    'treasureData',
    checkbox(
      'treasureDataStartInSignedMode',
      'Treasure Data: start in signed mode',
      'Whether a visitor who has chosen no mode is in signed mode, once consent permits to keep an ID. Clear it where your pages call setSignedMode.',
      { defaultValue: true },
    ),
  ),
  shownWith(
    'treasureData',
    checkbox(
      'treasureDataStoreConsentByLocalStorage',
      'Treasure Data: the choice of mode lies in local storage',
      'As the SDK’s storeConsentByLocalStorage.',
    ),
  ),
  checkbox(
    'oneVisitorId',
    'One visitor ID for all formats',
    'A visitor who is new to a format gets there the ID that another format knows. Stored IDs are never changed. Without it each format has an ID of its own.',
  ),
];
