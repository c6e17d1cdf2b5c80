import {
  LOCAL_STORAGE_KEY,
  PROBE_COOKIE,
  TD_BLOCK_EVENTS,
  TD_GLOBAL,
  TD_SIGNED,
  SERVER_ID_COOKIE,
} from '../core/constants.ts';
import { d8aClientName, d8aSessionName } from '../core/formats/d8a/d8a-cookies.ts';
import { BACKUP_COOKIE } from '../core/renewal/constants.ts';
import { SIGNED_ID_COOKIE } from '../endpoint/constants.ts';
import { DAY_SECONDS, describeItem, tagSeconds, type Draft } from './describe-item.ts';
import type { Settings, StoredItem } from './types.ts';

const tag = 'the First-Party ID tag';
const endpoint = 'your cookie endpoint';
const sdk = 'Treasure Data’s SDK';

const purposes = {
  visitor: 'Recognises the browser, by a random number and the time of the first visit.',
  session: 'Counts visits and their page views: start, last use, number.',
};

/** Everything that is stored with these settings. The words of `server` are the endpoint's. */
export function listItems(settings: Settings, server: Settings): StoredItem[] {
  if (settings['storage'] === 'none') return [];
  const drafts = [
    ...(isOn(settings['d8a'] ?? 'true') ? d8aItems(settings) : []),
    ...(isOn(settings['snowplow']) ? snowplowItems(settings) : []),
    ...(isOn(settings['treasureData']) ? treasureDataItems(settings) : []),
    ...((settings['serverUrl'] ?? '') === '' ? [] : endpointItems(server)),
    ...(settings['cookieDomain'] === 'auto' ? [probe] : []),
  ];
  return drafts.map((draft) => describeItem(draft, settings));
}

function isOn(value: string | undefined): boolean {
  return value === 'true';
}

function writer(settings: Settings): string {
  return settings['sessionKeeper'] === 'tracker' ? `${tag}, and the tracker on the page` : tag;
}

function keeper(settings: Settings): string {
  const renewal = (settings['serverUrl'] ?? '') === '' ? '' : `; renewed by ${endpoint}`;
  return writer(settings) + renewal;
}

function d8aItems(settings: Settings): Draft[] {
  const { cookiePrefix = '', propertyIds = '', storage } = settings;
  const lifetimeSeconds = tagSeconds(settings);
  const setBy = keeper(settings);
  if (storage === 'localStorage') {
    const purpose = `${purposes.visitor} ${purposes.session}`;
    return [
      { name: LOCAL_STORAGE_KEY, storage: 'local storage', purpose, setBy: tag, lifetimeSeconds },
    ];
  }
  const ids = propertyIds
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return [
    { name: d8aClientName(cookiePrefix), purpose: purposes.visitor, setBy, lifetimeSeconds },
    ...ids.map((id) => ({
      name: d8aSessionName(cookiePrefix, id),
      purpose: purposes.session,
      setBy,
      lifetimeSeconds,
    })),
  ];
}

/** Without its digits, which stand for the site's domain, a name is given as Snowplow does. */
function snowplowItems(settings: Settings): Draft[] {
  const mode = settings['snowplowAnonymousTracking'];
  if (mode === 'anonymous') return [];
  const prefix = settings['snowplowCookieName'] ?? '_sp_';
  const digits = settings['snowplowHash'] || '****';
  const minutes = Number(settings['sessionTimeoutMinutes'] ?? '30');
  const visitor = mode === 'withSessionTracking' ? '' : 'Recognises the browser by a random ID. ';
  return [
    {
      name: `${prefix}id.${digits}`,
      purpose: `${visitor}${purposes.session}`,
      setBy: keeper(settings),
      lifetimeSeconds: tagSeconds(settings),
    },
    {
      name: `${prefix}ses.${digits}`,
      purpose: 'Says that a visit is going on.',
      setBy: writer(settings),
      lifetimeSeconds: minutes > 0 ? minutes * 60 : undefined,
    },
  ];
}

function treasureDataItems(settings: Settings): Draft[] {
  const isLocal = isOn(settings['treasureDataStoreConsentByLocalStorage']);
  const twoYears = 730 * DAY_SECONDS;
  return [
    {
      name: settings['treasureDataCookieName'] ?? '_td',
      purpose: 'Recognises the browser by a random ID, in signed mode only.',
      setBy: keeper(settings),
      lifetimeSeconds: tagSeconds(settings),
    },
    {
      name: TD_SIGNED,
      storage: isLocal ? 'local storage' : 'cookie',
      purpose: 'Keeps the choice between signed and anonymous mode.',
      setBy: `${sdk}, when the page chooses a mode`,
      lifetimeSeconds: isLocal ? undefined : twoYears,
    },
    {
      name: TD_BLOCK_EVENTS,
      purpose: 'Keeps the choice to send nothing.',
      setBy: `${sdk}, when the page blocks events`,
      lifetimeSeconds: twoYears,
      erased: 'never by this tag: it keeps a refusal',
    },
    {
      name: TD_GLOBAL,
      purpose: 'Keeps an ID that Treasure Data gives the browser across sites.',
      setBy: `${sdk}, when the page asks for it`,
      lifetimeSeconds: 6000,
    },
  ];
}

function endpointItems(server: Settings): Draft[] {
  const lifetimeSeconds = Number(server['maxAgeDays'] ?? '730') * DAY_SECONDS;
  const own = { setBy: endpoint, lifetimeSeconds };
  const backup = {
    ...own,
    name: BACKUP_COOKIE,
    purpose:
      'Brings the cookies above back when the browser has cut them short; no script reads it.',
  };
  return [
    {
      ...own,
      name: server['serverCookieName'] ?? SIGNED_ID_COOKIE,
      purpose: 'Keeps a random server ID; no script reads it.',
    },
    { ...own, name: SERVER_ID_COOKIE, purpose: 'A copy of the server ID that scripts can read.' },
    // A server container without keys signs nothing, and so keeps no backup.
    ...(server['signing'] === 'off' ? [] : [backup]),
  ];
}

const probe: Draft = {
  name: PROBE_COOKIE,
  purpose: 'Finds out which domain the browser keeps cookies on.',
  setBy: tag,
  lifetimeSeconds: undefined,
  erased: 'at once, by the tag itself',
};
