// A page as the variable meets it: what the tag shares, cookies, and Google's word on consent.
const fields = {
  part: 'clientId',
  propertyIds: 'P',
  cookiePrefix: '',
  consentType: 'analytics_storage',
  snowplowIdCookie: '_sp_id.1fff',
  treasureDataCookieName: '_td',
};
const state = {
  version: 2,
  clientId: '42.1700000000',
  sessionId: '1700000000',
  sessionNumber: 3,
  isNewSession: false,
  engaged: true,
  hitNumber: 5,
  serverId: '0b8b6c2e-1111-4222-8333-444455556666',
  consent: 'granted',
  source: 'cookie',
  cookieDomain: '',
  reasons: ['consent_granted', 'client_id_stored'],
  snowplow: {
    domainUserId: 'user',
    domainSessionId: 'session',
    domainSessionIndex: 2,
    eventIndex: 4,
  },
  treasureData: { clientId: 'td', globalId: '' },
};
const cookies = {
  _d8a: ['C1.1.7.1690000000'],
  _d8a_P: ['S1.1.s1699999000$o7$g1$t1699999940$j2$dabc'],
  '_sp_id.1fff': ['spuser.1690000000.2.1699999000.1699990000.spsession.previous.first.1.6'],
  _td: ['tdclient'],
  _td_ssc_id: ['server'],
};
let page = state;
let isGranted = true;

mock('copyFromWindow', (path) => {
  let value = { firstPartyId: page };
  path.split('.').forEach((name) => {
    value = value === undefined ? undefined : value[name];
  });
  return value;
});
mock('getCookieValues', (name) => cookies[name] || []);
mock('isConsentGranted', () => isGranted);
mock('queryPermission', (permission, type) => type === 'analytics_storage');

const read = (part) => {
  const all = {};
  for (let name in fields) all[name] = fields[name];
  all.part = part;
  return runCode(all);
};
const withoutTag = () => {
  page = undefined;
};
