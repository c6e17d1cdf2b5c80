// A page as the tag meets it. A scenario changes what it needs, fires the tag, and looks.
const fields = {
  propertyIds: 'P',
  serverUrl: '',
  consentType: 'analytics_storage',
  action: 'identify',
  unsetConsent: 'grant',
  onWithdrawal: 'erase',
  waitForUpdateMillis: '0',
  sessionTimeoutMinutes: '30',
  engagementSeconds: '10',
  sessionKeeper: 'thisTag',
  storage: 'cookie',
  cookieDomain: 'auto',
  cookieMaxAgeDays: '730',
  cookieUpdate: true,
  cookieSameSite: 'Lax',
  dataLayerName: 'dataLayer',
  gtmEventId: 5,
  d8a: true,
};
const SNOWPLOW = { snowplow: true, snowplowHash: '8809' };
const SNOWPLOW_ALONE = { d8a: false, propertyIds: '', snowplow: true, snowplowHash: '8809' };
const TREASURE_DATA = { d8a: false, propertyIds: '', treasureData: true };
// Every draw is 42.
const NEW_UUID = '000002a0-0000-42a0-a000-02a000002a00';
const NEW_SP_ID = NEW_UUID + '.1700000000.1.1700000000..' + NEW_UUID + '...1700000000000.1';
const SP_ID = 'u.1690000000.3.1699999940.1.s.p.e.5.4';
const CLIENT = 'C1.1.5.1690000000';
const SESSION = 'S1.1.s1699999000$o7$g0$t1699999940$j2$dabc';
const OLD_SESSION = 'S1.1.s1699990000$o7$g1$t1699998140$j2$dabc';
const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
const NEW_CLIENT = 'C1.1.42.1700000000';
const NEW_SESSION = 'S1.1.s1700000000$o1$g0$t1700000000$j0$d161616';

let eventName = 'gtm.js';
let nowMillis = 1700000000000;
let host = 'www.example.com';
let refusedDomains = ['com'];
let areCookiesBlocked = false;
let isGranted = true;
let mayUseDataLayer = true;
let serverAnswers = 'image';
let whenServerAnswers = () => {};
let jar = [];
let steps = [];
let pushed = [];
let calls = [];
let listeners = [];
let local = {};
let kept = {};
const windowValues = {
  dataLayer: [['consent', 'default', { analytics_storage: 'granted' }]],
};

mock('callLater', (step) => {
  steps.push(step);
});
mock('getTimestampMillis', () => nowMillis);
mock('generateRandom', () => 42);
mock('getUrl', (part) => (part === 'protocol' ? 'https' : host));
mock('isConsentGranted', () => isGranted);
mock('addConsentListener', (type, listener) => {
  listeners.push(listener);
});
mock('queryPermission', (permission) => permission === 'get_cookies' || mayUseDataLayer);
mock('copyFromDataLayer', (key) => (key === 'event' ? eventName : undefined));
mock('copyFromWindow', (path) => windowValues[path]);
mock('setInWindow', (path, value) => {
  windowValues[path] = value;
  return true;
});
mock('createQueue', () => (reset, message) => {
  assertThat(reset).isEqualTo({ firstPartyId: null });
  pushed.push(message);
});
mock('getCookieValues', (name) => {
  return jar.filter((cookie) => cookie.name === name).map((cookie) => cookie.value);
});
mock('setCookie', (name, value, options) => {
  const domain = options.domain || '';
  if (areCookiesBlocked || refusedDomains.indexOf(domain) !== -1) return false;
  jar = jar.filter((cookie) => cookie.name !== name || cookie.domain !== domain);
  if (options['max-age'] !== 0) {
    jar.push({ name: name, value: value, domain: domain, options: options });
  }
  return true;
});
mock('sendPixel', (url, onSuccess, onFailure) => {
  calls.push(url.split('?')[0]);
  whenServerAnswers();
  if (serverAnswers === 'image') onSuccess();
  if (serverAnswers === 'nothing') onFailure();
});
mockObject('localStorage', {
  getItem: (key) => (local[key] === undefined ? null : local[key]),
  setItem: (key, value) => {
    local[key] = value;
    return true;
  },
  removeItem: (key) => {
    local[key] = undefined;
  },
});
mockObject('templateStorage', {
  getItem: (key) => (kept[key] === undefined ? null : kept[key]),
  setItem: (key, value) => {
    kept[key] = value;
  },
});

// Runs what the tag has put off, in order; the page's clock stands still.
const runSteps = () => {
  while (steps.length > 0) {
    const step = steps.shift();
    step();
  }
};

const merge = (one, other) => {
  const all = {};
  for (let name in one) all[name] = one[name];
  for (let name in other) all[name] = other[name];
  return all;
};

const fieldsWith = (changes) => merge(fields, changes);

const fire = (changes) => {
  runCode(fieldsWith(changes));
  runSteps();
};

// What Google does on a consent update that changes what is in force.
const updateConsent = (granted) => {
  isGranted = granted;
  windowValues.dataLayer.push([
    'consent',
    'update',
    { analytics_storage: granted ? 'granted' : 'denied' },
  ]);
  listeners.forEach((listener) => listener('analytics_storage', granted));
  runSteps();
};

// What Google’s runtime shows of its consent state.
const recordConsent = (entry) => {
  windowValues['google_tag_data.ics.entries'] = { analytics_storage: entry };
};

const denyByDefault = () => {
  isGranted = false;
  windowValues.dataLayer = [['consent', 'default', { analytics_storage: 'denied' }]];
};

const keepCookie = (name, value, domain) => {
  jar.push({ name: name, value: value, domain: domain, options: {} });
};

const keepVisitor = (session) => {
  keepCookie('_d8a', CLIENT, 'example.com');
  keepCookie('_d8a_P', session, 'example.com');
};

const valuesOf = (name) =>
  jar.filter((cookie) => cookie.name === name).map((cookie) => cookie.value);
const identity = () => pushed[pushed.length - 1].firstPartyId;
const assertReason = (code) => assertThat(identity().reasons, code).contains(code);
