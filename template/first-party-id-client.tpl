___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "CLIENT",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "First-Party ID Client",
  "categories": [
    "ANALYTICS",
    "TAG_MANAGEMENT",
    "UTILITY"
  ],
  "brand": {
    "id": "first_party_id",
    "displayName": "First-Party ID"
  },
  "description": "The cookie endpoint of First-Party ID inside your server container: it renews the identity cookies of your own sites, brings back what browsers cut short, and forgets on request.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SIMPLE_TABLE",
    "name": "sites",
    "displayName": "Sites",
    "simpleTableColumns": [
      {
        "type": "TEXT",
        "name": "origins",
        "displayName": "Origins of the pages, separated by commas",
        "defaultValue": "",
        "valueHint": "https://www.example.com, https://example.com",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "cookieDomain",
        "displayName": "Cookie domain",
        "defaultValue": "",
        "valueHint": "example.com"
      }
    ],
    "newRowButtonText": "Add site",
    "help": "Only pages of these origins get cookies, on the cookie domain and nowhere else. An empty cookie domain keeps the cookies on the host of this container."
  },
  {
    "type": "TEXT",
    "name": "basePath",
    "displayName": "Path",
    "simpleValueType": true,
    "help": "The client answers below this path. In the web container, the tag’s server cookie host is the host of this container and this path.",
    "defaultValue": "/fpid",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": [
          "^(/[A-Za-z0-9._~-]+)*$"
        ]
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "signing",
    "displayName": "Sign the server ID",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "off",
        "displayValue": "No: this container has no keys"
      },
      {
        "value": "key",
        "displayValue": "With the key first_party_id"
      },
      {
        "value": "keyAndOlder",
        "displayValue": "With first_party_id; accept first_party_id_older too"
      }
    ],
    "simpleValueType": true,
    "help": "Keys stand in the file that the environment variable SGTM_CREDENTIALS names. With a key nobody else can name a visitor, and lost cookies come back from a signed backup.",
    "defaultValue": "off"
  },
  {
    "type": "GROUP",
    "name": "cookieGroup",
    "displayName": "Cookies",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "TEXT",
        "name": "maxAgeDays",
        "displayName": "Cookie lifetime",
        "simpleValueType": true,
        "help": "Browsers allow at most 400 days.",
        "defaultValue": 730,
        "valueUnit": "days",
        "valueValidators": [
          {
            "type": "POSITIVE_NUMBER"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "renewalDays",
        "displayName": "Renew the server ID after",
        "simpleValueType": true,
        "help": "How old its cookie must be before it is set again; 0 sets it at every request.",
        "defaultValue": 0,
        "valueUnit": "days",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "sessionTimeoutMinutes",
        "displayName": "Session timeout",
        "simpleValueType": true,
        "help": "The same as in the tag.",
        "defaultValue": 30,
        "valueUnit": "minutes",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "d8aPrefixes",
        "displayName": "Cookie prefixes",
        "simpleValueType": true,
        "help": "The cookie prefixes of your tags, separated by commas; empty for the plain _d8a.",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._, -]*$"
            ]
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "snowplowPrefixes",
        "displayName": "Snowplow: cookie names",
        "simpleValueType": true,
        "help": "The cookieName of your trackers, such as _sp_, separated by commas; empty renews none.",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._, -]*$"
            ]
          }
        ],
        "valueHint": "_sp_"
      },
      {
        "type": "TEXT",
        "name": "snowplowOptOutCookie",
        "displayName": "Snowplow: opt-out cookie",
        "simpleValueType": true,
        "help": "Name of the cookie that opts a visitor out, the same as in the tag. Snowplow’s cookies are then neither renewed nor brought back.",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._-]*$"
            ]
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "collectorCookieName",
        "displayName": "Snowplow: collector cookie",
        "simpleValueType": true,
        "help": "The cookie that your collector sets on the cookie domain, such as sp; empty renews none.",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._-]*$"
            ]
          }
        ],
        "valueHint": "sp"
      },
      {
        "type": "TEXT",
        "name": "treasureDataNames",
        "displayName": "Treasure Data: cookie names",
        "simpleValueType": true,
        "help": "The storage.name of the SDK, such as _td, separated by commas; empty renews none.",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._, -]*$"
            ]
          }
        ],
        "valueHint": "_td"
      },
      {
        "type": "TEXT",
        "name": "serverCookieName",
        "displayName": "Name of the server ID cookie",
        "simpleValueType": true,
        "help": "The HttpOnly cookie that holds the server ID.",
        "defaultValue": "first_party_id",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._-]{1,40}$"
            ]
          }
        ]
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "proxyGroup",
    "displayName": "Proxy",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "CHECKBOX",
        "name": "trustForwardedHost",
        "checkboxText": "Believe X-Forwarded-Host",
        "simpleValueType": true,
        "defaultValue": false,
        "help": "Only when a proxy of yours, and nobody else, reaches this container, and sets this header."
      }
    ]
  }
]


___SANDBOXED_JS_FOR_SERVER___

// First-Party ID Client 0.1.0
// The cookie endpoint of First-Party ID inside your server container: it renews
// the identity cookies of your own sites, brings back what browsers cut short,
// and forgets on request.
// Generated; edit src/ instead.

// src/gtm/client/apis.ts

const claimRequest = require('claimRequest');
const computeEffectiveTldPlusOne = require('computeEffectiveTldPlusOne');
const fromBase64 = require('fromBase64');
const generateRandom = require('generateRandom');
const getRequestBody = require('getRequestBody');
const getRequestHeader = require('getRequestHeader');
const getRequestMethod = require('getRequestMethod');
const getRequestPath = require('getRequestPath');
const getRequestQueryParameter = require('getRequestQueryParameter');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const hmacSha256 = require('hmacSha256');
const JSON = require('JSON');
const makeNumber = require('makeNumber');
const makeString = require('makeString');
const returnResponse = require('returnResponse');
const setCookie = require('setCookie');
const setResponseBody = require('setResponseBody');
const setResponseHeader = require('setResponseHeader');
const setResponseStatus = require('setResponseStatus');
const sha256Sync = require('sha256Sync');
const toBase64 = require('toBase64');

// src/core/renewal/constants.ts

/** Copies of the identity cookies, signed, in a cookie that no script reads. */
const BACKUP_COOKIE = 'first_party_backup';

/** How many cookies that tell a session are renewed and backed up. */
const MAX_SESSIONS = 20;

/** Longest value of the backup cookie; browsers keep 4,096 bytes of name, value and attributes. */
const MAX_BACKUP_BYTES = 2000;

/** Characters of an HMAC-SHA-256 in base64url. */
const SIGNATURE_LENGTH = 43;

const DAY_SECONDS = 86400;

/** A d8a session with nothing in it that a parser would trim or leave out. */
const STRICT_SESSION =
  '^S1[.]1[.][a-z][A-Za-z0-9._-]{0,64}([$][a-z][A-Za-z0-9._-]{0,64})*$';

// src/gtm/client/constants.ts

/** What is answered, by the path below the base path. */
const ROUTES = {
  '/id.gif': { method: 'GET', answer: 'image', isReadable: false },
  '/forget.gif': { method: 'GET', answer: 'forgetByImage', isReadable: false },
  '/get_cookie_id': { method: 'GET', answer: 'cookieId', isReadable: true },
  '/id': { method: 'POST', answer: 'identity', isReadable: true },
  '/forget': { method: 'POST', answer: 'forget', isReadable: true },
};

/** A transparent GIF of one pixel, 43 bytes. */
const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

/** Longest Cookie header that is read. */
const MAX_COOKIE_HEADER = 16384;

/** Longest request body that is let in; nothing is read from it. */
const MAX_BODY = 1024;

// src/core/constants.ts

/** Longest value of a 31-bit random number, as d8a draws it: 0 to 2147483646. */
const MAX_RANDOM = 2147483646;

/** What a d8a client cookie begins with; anything else is not read as one. */
const D8A_CLIENT_VERSION = 'C1.1.';

/** What a d8a session cookie begins with. */
const D8A_SESSION_VERSION = 'S1.1.';

/** The order in which d8a writes the tokens of a fresh session cookie. */
const D8A_SESSION_KEYS = ['s', 'o', 'g', 't', 'j', 'd'];

/** Readable copy of the server id. Its name is Treasure Data's, so that their SDK finds it too. */
const SERVER_ID_COOKIE = '_td_ssc_id';

/** Treasure Data's choice of mode, `true` for signed. */
const TD_SIGNED = '__td_signed';

// src/gtm/client/main.ts

/*
 * The client's story: look whether the path is one of the endpoint's; claim the request; decide
 * whether the page that sent it may get cookies; keep what the visitor carries; answer.
 *
 * Every other request is left to the other clients of the container. Nothing that a caller sends
 * chooses a cookie's name, domain or lifetime.
 */
const form = readForm(data);
const route = findRoute(form);

if (route !== undefined) {
  claimRequest();
  answer(route, form);
  returnResponse();
}

// src/gtm/client/read-form.ts

/** The form's values. Variables may put anything into a field; what cannot be used counts as empty. */
function readForm(fields) {
  return {
    sites: readSites(fields.sites),
    basePath: matchOr(fields.basePath, '^(/[A-Za-z0-9._~-]+)*$', ''),
    signing: matchOr(fields.signing, '^(off|key|keyAndOlder)$', 'off'),
    serverCookieName: matchOr(
      fields.serverCookieName,
      '^[A-Za-z0-9._-]{1,40}$',
      'first_party_id'
    ),
    // With 0 each renewal would remove what it renews.
    maxAgeSeconds: (numberOr(fields.maxAgeDays, 730) || 730) * DAY_SECONDS,
    renewalDays: numberOr(fields.renewalDays, 0),
    sessionTimeoutMinutes: numberOr(fields.sessionTimeoutMinutes, 30),
    names: {
      d8aPrefixes: readList(fields.d8aPrefixes),
      snowplowPrefixes: readList(fields.snowplowPrefixes).filter(isGiven),
      snowplowOptOutCookie: fieldText(fields.snowplowOptOutCookie),
      treasureDataNames: readList(fields.treasureDataNames).filter(isGiven),
      collectorCookieName: fieldText(fields.collectorCookieName),
    },
    trustForwardedHost: fields.trustForwardedHost === true,
  };
}

/** A row that a browser would not keep cookies for is left out: its pages are refused. */
function readSites(rows) {
  if (getType(rows) !== 'array') return [];
  return rows
    .filter((row) => getType(row) === 'object')
    .map((row) => readSite(row))
    .filter(
      (site) => site.origins.length > 0 && canHoldCookies(site.cookieDomain)
    );
}

function readSite(row) {
  return {
    origins: fieldText(row.origins)
      .toLowerCase()
      .split(',')
      .map((origin) => origin.trim())
      .filter(
        (origin) => origin.match('^https?://[a-z0-9.-]+(:[0-9]+)?/?$') !== null
      )
      .map((origin) => origin.split('/').slice(0, 3).join('/')),
    cookieDomain: fieldText(row.cookieDomain).toLowerCase(),
  };
}

/** Not a public suffix such as `co.uk`, which has no registrable domain. */
function canHoldCookies(domain) {
  if (domain === '') return true;
  if (domain.match('^[a-z0-9-]+([.][a-z0-9-]+)+$') === null) return false;
  return (
    domain.match('[.][0-9]+$') === null &&
    computeEffectiveTldPlusOne(domain) !== ''
  );
}

function fieldText(value) {
  const type = getType(value);
  return type === 'string' || type === 'number' ? makeString(value).trim() : '';
}

/** At least one text; an empty field gives an empty one. */
function readList(value) {
  return fieldText(value)
    .split(',')
    .map((part) => part.trim());
}

function isGiven(text) {
  return text !== '';
}

function matchOr(value, pattern, otherwise) {
  const text = fieldText(value);
  return text !== '' && text.match(pattern) !== null ? text : otherwise;
}

/** A whole number of at least 0. */
function numberOr(value, otherwise) {
  const text = fieldText(value);
  return text.match('^[0-9]{1,6}$') === null ? otherwise : makeNumber(text);
}

// src/gtm/client/find-route.ts

/** The route of this request; `undefined` for a path that is none of ours. */
function findRoute(form) {
  const path = getRequestPath();
  if (path.indexOf(form.basePath + '/') !== 0) return undefined;
  const below = path.slice(form.basePath.length);
  return ROUTES.hasOwnProperty(below) ? ROUTES[below] : undefined;
}

// src/gtm/client/answer.ts

/** Writes the whole response. Who may get cookies is decided before any is made. */
function answer(route, form) {
  setResponseHeader('cache-control', 'no-store');
  setResponseHeader('x-content-type-options', 'nosniff');
  if (isTooLarge(form, route)) return;
  const origin = decideOrigin(form);
  if (origin.refusal !== undefined) {
    refuse(origin.refusal);
    return;
  }
  const visit = openVisit(form, origin);
  if (route.answer === 'image') answerImage(visit);
  if (route.answer === 'identity') answerIdentity(visit);
  if (route.answer === 'cookieId') answerCookieId(visit);
  if (route.answer === 'forgetByImage') {
    forget(visit);
    sendPixel();
  }
  if (route.answer === 'forget') {
    forget(visit);
    sendJson({});
  }
}

/** Refuses what no page of ours sends; says whether it has. */
function isTooLarge(form, route) {
  if ((getRequestHeader('cookie') || '').length > MAX_COOKIE_HEADER) {
    sendText(431, 'Request header fields too large.');
    return true;
  }
  if (route.isReadable) allowReading(form);
  if (getRequestMethod() !== route.method) {
    setResponseHeader('allow', route.method);
    sendText(405, 'Method not allowed.');
    return true;
  }
  if ((getRequestBody() || '').length > MAX_BODY) {
    sendText(413, 'Content too large.');
    return true;
  }
  return false;
}

/** CORS: lets the page read the answer, by its exact origin, since cookies go with the request. */
function allowReading(form) {
  setResponseHeader('vary', 'Origin');
  const origin = getRequestHeader('origin') || '';
  if (!form.sites.some((site) => site.origins.indexOf(origin) !== -1)) return;
  setResponseHeader('access-control-allow-origin', origin);
  setResponseHeader('access-control-allow-credentials', 'true');
}

function answerImage(visit) {
  keepIdentity(visit);
  sendPixel();
}

/** What the loader asks: the ids that are kept, and until when, in seconds since 1970. */
function answerIdentity(visit) {
  const kept = keepIdentity(visit);
  const expiresSeconds = visit.nowSeconds + visit.form.maxAgeSeconds;
  sendJson({
    serverId: kept.server.id,
    expiresSeconds: kept.server.expiresSeconds,
    cookies: kept.cookies.map((cookie) => ({
      name: cookie.name,
      value: cookie.value,
      expiresSeconds: expiresSeconds,
    })),
  });
}

/** Treasure Data's contract. The domain that it names decides nothing; it must be the site's own. */
function answerCookieId(visit) {
  if (getRequestQueryParameter('cookie_domain') !== visit.domainName) {
    refuse('cookie_domain is not a configured site');
    return;
  }
  sendJson({ td_ssc_id: keepServerId(visit).id });
}

/** Not an image, so that an <img> fails also in browsers that ignore the status. */
function refuse(reason) {
  sendText(403, 'Refused: ' + reason + '.');
}

function sendText(status, text) {
  setResponseStatus(status);
  setResponseHeader('content-type', 'text/plain; charset=UTF-8');
  setResponseBody(text, 'utf8');
}

function sendJson(value) {
  setResponseHeader('content-type', 'application/json');
  setResponseBody(JSON.stringify(value), 'utf8');
}

function sendPixel() {
  setResponseHeader('content-type', 'image/gif');
  setResponseBody(PIXEL, 'base64');
}

// src/gtm/client/decide-origin.ts

/**
 * Who may get a cookie: CORS hides an answer's body from a foreign page, but the browser keeps the
 * answer's cookies. The exact origin of a site; or no origin, and a browser that says the request
 * comes from the same site.
 */
function decideOrigin(form) {
  const fetchSite = getRequestHeader('sec-fetch-site') || '';
  if (fetchSite === 'cross-site')
    return { refusal: 'a request from another site' };
  const origin = getRequestHeader('origin') || '';
  const page = origin === '' ? refererOrigin() : origin;
  const siteOfPage = form.sites.filter(
    (site) => site.origins.indexOf(page) !== -1
  )[0];
  const isSameSite = fetchSite === 'same-origin' || fetchSite === 'same-site';
  if (siteOfPage === undefined && (origin !== '' || !isSameSite)) {
    return { refusal: 'an origin that is not configured' };
  }
  const hostname = readHostname(form);
  const site =
    siteOfPage === undefined ? siteOfHost(form.sites, hostname) : siteOfPage;
  const knownPage = siteOfPage === undefined ? '' : page;
  if (site === undefined || !canKeepCookies(site, hostname, knownPage)) {
    return { refusal: 'a host that cannot set cookies for the site' };
  }
  const isSecure = knownPage === '' || knownPage.indexOf('https:') === 0;
  return {
    refusal: undefined,
    site: site,
    hostname: hostname,
    isSecure: isSecure,
  };
}

/** Browsers write a Referer's origin as they write an Origin: all before the path. */
function refererOrigin() {
  const referer = getRequestHeader('referer') || '';
  const path = referer.indexOf('/', 8);
  return path < 0 ? referer : referer.slice(0, path);
}

/** The name in the Host, without its port; '' for one that is no name. */
function readHostname(form) {
  const forwarded = form.trustForwardedHost
    ? getRequestHeader('x-forwarded-host') || ''
    : '';
  const own = forwarded === '' ? getRequestHeader('host') || '' : forwarded;
  const host = (own.split(',')[0] || '').trim().toLowerCase();
  const found = host.match('^([a-z0-9-]+([.][a-z0-9-]+)*)(:[0-9]{1,5})?$');
  return found === null ? '' : found[1] || '';
}

/** The site of a host; of several, the one with the narrowest domain. */
function siteOfHost(sites, hostname) {
  return sites
    .filter((site) => canKeepCookies(site, hostname, ''))
    .sort(
      (one, other) => other.cookieDomain.length - one.cookieDomain.length
    )[0];
}

/** Whether cookies set by this host reach the site's pages. */
function canKeepCookies(site, hostname, page) {
  if (hostname === '') return false;
  if (site.cookieDomain !== '') return isOnDomain(hostname, site.cookieDomain);
  const pages = page === '' ? site.origins : [page];
  return pages.some((origin) => hostOf(origin) === hostname);
}

/** RFC 6265, 5.1.3: a host domain-matches when it is the domain, or ends with a dot and it. */
function isOnDomain(host, domain) {
  return host === domain || host.slice(-domain.length - 1) === '.' + domain;
}

function hostOf(origin) {
  return (origin.split('/')[2] || '').split(':')[0] || '';
}

// src/gtm/client/open-visit.ts

/** A request that may get cookies, with those it carries. */
function openVisit(form, origin) {
  const domain = origin.site.cookieDomain;
  return {
    form: form,
    cookieDomain: domain,
    domainName: domain === '' ? origin.hostname : domain,
    isSecure: origin.isSecure,
    cookies: parseCookieHeader(getRequestHeader('cookie') || ''),
    nowSeconds: toSeconds(getTimestampMillis()),
  };
}

/** Values stay as they are: d8a neither quotes nor percent-codes them. */
function parseCookieHeader(header) {
  const names = [];
  const values = {};
  header.split(';').forEach((pair) => {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? '' : pair.slice(0, equals).trim();
    if (name === '') return;
    const known = values[name];
    const value = pair.slice(equals + 1).trim();
    if (known === undefined) {
      names.push(name);
      values[name] = [value];
    } else known.push(value);
  });
  return { names: names, valuesOf: (name) => values[name] || [] };
}

// src/gtm/client/forget.ts

/** Removes everything of ours from the site's domain. */
function forget(visit) {
  const hidden = [visit.form.serverCookieName, BACKUP_COOKIE];
  const names = hidden.concat([SERVER_ID_COOKIE]);
  visit.cookies.names.forEach((name) => {
    if (isForgettable(name, visit.form.names)) names.push(name);
  });
  const known = findServerId(visit);
  const saved = known === undefined ? [] : readBackup(visit, known.id);
  saved.forEach((cookie) => {
    if (names.indexOf(cookie.name) === -1) names.push(cookie.name);
  });
  names.forEach((name) => {
    writeCookie(visit, name, {
      value: '',
      isHttpOnly: hidden.indexOf(name) !== -1,
      maxAgeSeconds: 0,
    });
  });
}

// src/gtm/client/keep-identity.ts

/** Renews what the request carries, restores what it lacks, and backs both up. */
function keepIdentity(visit) {
  const server = keepServerId(visit);
  const cookies = visit.cookies;
  const names = visit.form.names;
  const parsed = withoutRefused(
    readIdentityCookies(cookies, names),
    cookies,
    names
  );
  const carried = keepNewest(parsed, MAX_SESSIONS);
  if (carried.length === 0 && cookies.valuesOf(BACKUP_COOKIE).length === 0) {
    return { server: server, cookies: [] };
  }
  // A backup is bound to its id: with a new id, none verifies.
  const saved = withoutRefused(readBackup(visit, server.id), cookies, names);
  const renewal = planRenewal(carried, saved, {
    cookies: cookies,
    step: nextStep(visit),
  });
  renewal.kept.forEach((cookie) => {
    writeCookie(visit, cookie.name, {
      value: cookie.value,
      isHttpOnly: isHidden(cookie),
      isForAllSites: isForAllSites(cookie),
      maxAgeSeconds: visit.form.maxAgeSeconds,
    });
  });
  saveBackup(visit, server.id, renewal.saved);
  return {
    server: server,
    cookies: renewal.kept.filter((cookie) => !isHidden(cookie)),
  };
}

/** Sets the backup; one that has nothing left to hold, or was another visitor's, is removed. */
function saveBackup(visit, serverId, identity) {
  const value = printBackup(visit, serverId, identity);
  if (value === undefined && visit.cookies.valuesOf(BACKUP_COOKIE).length === 0)
    return;
  writeCookie(visit, BACKUP_COOKIE, {
    value: value || '',
    isHttpOnly: true,
    maxAgeSeconds: value === undefined ? 0 : visit.form.maxAgeSeconds,
  });
}

/** d8a writes one session to all its properties; one step for all gives them the same random id. */
function nextStep(visit) {
  return {
    d8a: {
      nowSeconds: visit.nowSeconds,
      timeoutSeconds: visit.form.sessionTimeoutMinutes * 60,
      randoms: [1, 2, 3].map(() => generateRandom(0, MAX_RANDOM)),
    },
    snowplow: {
      nowMillis: visit.nowSeconds * 1000,
      visitCount: 1,
      sessionId: newServerId(visit),
    },
  };
}

// src/gtm/client/keep-server-id.ts

/** The visitor's server id, the one they come with or a new one, kept in its two cookies. */
function keepServerId(visit) {
  const form = visit.form;
  const known = findServerId(visit);
  const today =
    (visit.nowSeconds - (visit.nowSeconds % DAY_SECONDS)) / DAY_SECONDS;
  if (known !== undefined && canWait(visit, known, today)) {
    return {
      id: known.id,
      expiresSeconds: known.day * DAY_SECONDS + form.maxAgeSeconds,
    };
  }
  const id = known === undefined ? newServerId(visit) : known.id;
  writeCookie(visit, form.serverCookieName, {
    value: printServerId(visit, id, today),
    isHttpOnly: true,
    maxAgeSeconds: form.maxAgeSeconds,
  });
  writeCookie(visit, SERVER_ID_COOKIE, {
    value: id,
    isHttpOnly: false,
    maxAgeSeconds: form.maxAgeSeconds,
  });
  return { id: id, expiresSeconds: visit.nowSeconds + form.maxAgeSeconds };
}

/** Whether both cookies are as they should be, and young; one from the future is set anew. */
function canWait(visit, known, today) {
  const age = today - known.day;
  if (!known.isNewestKey || age < 0 || age >= visit.form.renewalDays)
    return false;
  return (
    isOnly(visit.cookies.valuesOf(visit.form.serverCookieName), known.value) &&
    isOnly(visit.cookies.valuesOf(SERVER_ID_COOKIE), known.id)
  );
}

function isOnly(values, value) {
  return values.length === 1 && values[0] === value;
}

// src/gtm/client/server-id.ts

/**
 * The server id is a UUID v4 in a cookie `<uuid>.<day>.<signature>`, the same as the cookie
 * endpoint's. The day, counted from 1970, says when it was last renewed. Without keys there is no
 * signature, and HttpOnly alone keeps scripts from naming a visitor.
 */
function printServerId(visit, id, day) {
  const plain = id + '.' + day;
  if (visit.form.signing === 'off') return plain;
  return plain + '.' + sign(signedText(visit, plain));
}

/** The id in the first of the visitor's cookies that is ours. */
function findServerId(visit) {
  let found;
  visit.cookies.valuesOf(visit.form.serverCookieName).forEach((value) => {
    if (found === undefined) found = readServerId(visit, value);
  });
  return found;
}

function readServerId(visit, value) {
  const parts = value.split('.');
  const id = parts[0] || '';
  const day = parts[1] || '';
  const isSigned = visit.form.signing !== 'off';
  if (parts.length !== (isSigned ? 3 : 2) || !isUuidV4(id)) return undefined;
  if (day.match('^(0|[1-9][0-9]{0,6})$') === null) return undefined;
  const key = isSigned
    ? verify(
        signedText(visit, id + '.' + day),
        parts[2] || '',
        visit.form.signing
      )
    : 'newest';
  if (key === undefined) return undefined;
  return {
    id: id,
    day: toFiniteNumber(day) || 0,
    value: value,
    isNewestKey: key === 'newest',
  };
}

/** Begins with its purpose, so that no signature serves in another cookie. */
function signedText(visit, plain) {
  return 'id:' + visit.domainName + ':' + plain;
}

function isUuidV4(text) {
  return (
    text.match(
      '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
    ) !== null
  );
}

/**
 * A new UUID. The sandbox's random numbers are not made for secrets, so a digest of many of them
 * and, where there is one, the container's own key, make the id.
 */
function newServerId(visit) {
  let seed = 'new:' + visit.domainName + ':' + getTimestampMillis();
  for (let count = 0; count < 6; count++)
    seed = seed + ':' + generateRandom(0, MAX_RANDOM);
  const options = { outputEncoding: 'hex' };
  const digits =
    visit.form.signing === 'off'
      ? sha256Sync(seed, options)
      : hmacSha256(seed, 'first_party_id', options);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    '4' + digits.slice(13, 16),
    '89ab'.charAt('0123456789abcdef'.indexOf(digits.charAt(16)) & 3) +
      digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-');
}

// src/gtm/client/backup.ts

/**
 * The backup cookie holds the identity cookies for the day on which the browser has dropped them:
 * `<payload>.<signature>`, the payload a base64url JSON list of [name, value]. The signature covers
 * the site and the server id, so a backup serves no other visitor. Without keys there is none.
 */
function printBackup(visit, serverId, cookies) {
  if (visit.form.signing === 'off') return undefined;
  for (let sessions = MAX_SESSIONS; sessions >= 0; sessions--) {
    const kept = keepNewest(cookies, sessions);
    if (kept.length === 0) return undefined;
    const json = JSON.stringify(
      kept.map((cookie) => [cookie.name, cookie.value])
    );
    const payload = toBase64(json, { urlEncoding: true }).split('=').join('');
    if (payload.length + 1 + SIGNATURE_LENGTH <= MAX_BACKUP_BYTES) {
      return payload + '.' + sign(backupText(visit, serverId, payload));
    }
  }
  return undefined;
}

/** The cookies in the first of the visitor's backups that is signed for them. */
function readBackup(visit, serverId) {
  const payload = visit.cookies
    .valuesOf(BACKUP_COOKIE)
    .map((value) => value.split('.'))
    .filter((parts) => isSigned(visit, serverId, parts))
    .map((parts) => parts[0] || '')[0];
  if (payload === undefined) return [];
  return parsePayload(payload)
    .map((pair) =>
      parseIdentityCookie(pair[0] || '', pair[1] || '', visit.form.names)
    )
    .filter((cookie) => cookie !== undefined);
}

function isSigned(visit, serverId, parts) {
  if (parts.length !== 2) return false;
  const text = backupText(visit, serverId, parts[0] || '');
  return verify(text, parts[1] || '', visit.form.signing) !== undefined;
}

function backupText(visit, serverId, payload) {
  return 'backup:' + visit.domainName + ':' + serverId + ':' + payload;
}

/** Called only with a payload whose signature is ours; a later version may still write another. */
function parsePayload(payload) {
  const padded = payload + '==='.slice(0, (4 - (payload.length % 4)) % 4);
  const json = fromBase64(padded.split('-').join('+').split('_').join('/'));
  const entries = json === undefined ? undefined : JSON.parse(json);
  if (getType(entries) !== 'array') return [];
  return entries.filter(isPair);
}

function isPair(entry) {
  if (getType(entry) !== 'array') return false;
  const pair = entry;
  return getType(pair[0]) === 'string' && getType(pair[1]) === 'string';
}

// src/gtm/client/write-cookie.ts

/** Sets a cookie with the attributes that form and site decide. */
function writeCookie(visit, name, cookie) {
  const options = {
    path: '/',
    'max-age': cookie.maxAgeSeconds,
    // Browsers refuse None without Secure.
    sameSite: cookie.isForAllSites === true && visit.isSecure ? 'None' : 'Lax',
    secure: visit.isSecure,
    httpOnly: cookie.isHttpOnly,
  };
  if (visit.cookieDomain !== '') options.domain = visit.cookieDomain;
  setCookie(name, cookie.value, options, true);
}

// src/gtm/client/sign.ts

/**
 * The container's keys stand in the file that SGTM_CREDENTIALS names, under these two ids: the one
 * signs, both verify, so that a key can be replaced without losing visitors.
 */
function sign(text) {
  return hmacSha256(text, 'first_party_id', { outputEncoding: 'base64url' });
}

/** By which key the signature holds. */
function verify(text, signature, signing) {
  if (signing === 'off' || signature.length !== SIGNATURE_LENGTH)
    return undefined;
  if (sign(text) === signature) return 'newest';
  if (signing !== 'keyAndOlder') return undefined;
  const older = hmacSha256(text, 'first_party_id_older', {
    outputEncoding: 'base64url',
  });
  return older === signature ? 'older' : undefined;
}

// src/core/clock.ts

/** Whole seconds, as d8a counts them. */
function toSeconds(millis) {
  return (millis - (millis % 1000)) / 1000;
}

/** Seconds to the nearest, as Snowplow counts them. */
function toNearestSeconds(millis) {
  return toSeconds(millis + 500);
}

// src/core/renewal/identity-cookies.ts

/**
 * Identity cookies are written by scripts; a server keeps them for the browser. It touches only
 * what parses under a grammar stricter than the trackers' own: everything else may be somebody
 * else's, or damaged, and a longer life would not mend it.
 */

/** Whether a cookie name is one of ours, and of what. */
function identityKind(name, names) {
  if (name !== '' && name === names.collectorCookieName) return 'collector';
  if (names.treasureDataNames.indexOf(name) !== -1) return 'treasureData';
  if (snowplowPrefixOf(name, 'id.', names) !== undefined) return 'snowplow';
  // Most cookies of a request are somebody else's.
  if (name.indexOf('d8a') === -1) return undefined;
  const clientNames = names.d8aPrefixes.map((prefix) => d8aClientName(prefix));
  if (clientNames.indexOf(name) !== -1) return 'client';
  const isSession = clientNames.some(
    (clientName) =>
      name.indexOf(clientName + '_') === 0 &&
      name.slice(clientName.length + 1).match('^[A-Za-z0-9._-]{1,64}$') !== null
  );
  return isSession ? 'session' : undefined;
}

/** Whether a cookie goes with the visitor: an identity cookie, or one that says a session goes on. */
function isForgettable(name, names) {
  if (identityKind(name, names) !== undefined) return true;
  return snowplowPrefixOf(name, 'ses.', names) !== undefined;
}

function snowplowPrefixOf(name, base, names) {
  return names.snowplowPrefixes.filter((prefix) =>
    isSnowplowName(name, prefix + base)
  )[0];
}

/** The cookie, if its name is ours and its value parses. */
function parseIdentityCookie(name, value, names) {
  const kind = identityKind(name, names);
  if (kind === undefined) return undefined;
  if (kind === 'session') return parseSession(name, value);
  if (kind === 'snowplow') return parseSnowplow(name, value, names);
  return isPlainValue(kind, value)
    ? { kind: kind, name: name, value: value }
    : undefined;
}

function isPlainValue(kind, value) {
  if (value.length > 64) return false;
  if (kind === 'client') return parseD8aClient(value) !== undefined;
  return kind === 'collector' ? isCollectorId(value) : isTreasureDataId(value);
}

function parseSnowplow(name, value, names) {
  const prefix = snowplowPrefixOf(name, 'id.', names);
  if (prefix === undefined || !isSnowplowId(value)) return undefined;
  return {
    kind: 'snowplow',
    name: name,
    value: value,
    sessionName: prefix + 'ses.' + name.slice(-4),
    lastHitSeconds: lastSeenSeconds(value),
  };
}

function parseSession(name, value) {
  const tokens = value.length > 512 ? undefined : parseD8aSession(value);
  if (tokens === undefined || value.match(STRICT_SESSION) === null)
    return undefined;
  if (!['s', 'o', 't'].every((key) => isNumber(tokens, key))) return undefined;
  return {
    kind: 'session',
    name: name,
    value: value,
    tokens: tokens,
    lastHitSeconds: readTokenNumber(tokens, 't') || 0,
  };
}

function isNumber(tokens, key) {
  return (readToken(tokens, key) || '').match('^[0-9]{1,15}$') !== null;
}

/** The identity cookies of a request that parse. A name that occurs twice is left alone. */
function readIdentityCookies(cookies, names) {
  const readable = [];
  cookies.names.forEach((name) => {
    const values = cookies.valuesOf(name);
    const cookie =
      values.length === 1
        ? parseIdentityCookie(name, values[0] || '', names)
        : undefined;
    if (cookie !== undefined) readable.push(cookie);
  });
  return readable;
}

/** Cookies that tell no session, and of those that do the ones last used. */
function keepNewest(cookies, maxSessions) {
  const sessions = cookies
    .filter((cookie) => lastHitOf(cookie) !== undefined)
    .sort((one, other) => (lastHitOf(other) || 0) - (lastHitOf(one) || 0));
  return cookies
    .filter((cookie) => lastHitOf(cookie) === undefined)
    .concat(sessions.slice(0, maxSessions));
}

function lastHitOf(cookie) {
  const tellsSession = cookie.kind === 'session' || cookie.kind === 'snowplow';
  return tellsSession ? cookie.lastHitSeconds : undefined;
}

// src/core/renewal/plan-renewal.ts

/**
 * A tracker's own refusal stands in a cookie beside its identity. What is refused is neither
 * renewed nor brought back, and leaves the backup.
 */
function withoutRefused(found, cookies, names) {
  const isAnonymous = cookies.valuesOf(TD_SIGNED).indexOf('false') !== -1;
  const isOptedOut = cookies
    .valuesOf(names.snowplowOptOutCookie)
    .some((value) => value !== '');
  return found.filter((cookie) => {
    if (cookie.kind === 'treasureData') return !isAnonymous;
    return (
      !isOptedOut || (cookie.kind !== 'snowplow' && cookie.kind !== 'collector')
    );
  });
}

/** What to set and what to back up, from what the request carries and what its backup holds. */
function planRenewal(carried, saved, request) {
  const isThere = (name) => request.cookies.valuesOf(name).length > 0;
  const lost = saved.filter((cookie) => !isThere(cookie.name));
  // Present, but malformed or in conflict: not restored over it, and not given up.
  const waiting = saved.filter(
    (cookie) =>
      isThere(cookie.name) &&
      carried.every((other) => other.name !== cookie.name)
  );
  const next = carried
    .concat(lost)
    .map((cookie) => asNextHitLeavesIt(cookie, request.cookies, request.step));
  // A tracker on the page is about to roll over a session that is over, or to count the first
  // event of one; setting the cookie back would undo that.
  const renewed = carried
    .filter((cookie) => next.indexOf(cookie) !== -1)
    .filter(
      (cookie) => cookie.kind !== 'snowplow' || !awaitsFirstEvent(cookie.value)
    );
  return { kept: renewed.concat(lost), saved: next.concat(waiting) };
}

/**
 * The cookie as the visitor's next hit leaves it. A session that is over is kept rolled over:
 * the script that gets the old value back starts the next session from it, and may not ask again
 * before that one is lost too.
 */
function asNextHitLeavesIt(cookie, cookies, step) {
  if (cookie.kind === 'snowplow') {
    if (cookies.valuesOf(cookie.sessionName).length > 0) return cookie;
    return {
      kind: 'snowplow',
      name: cookie.name,
      value: nextSnowplowSession(cookie.value, step.snowplow),
      sessionName: cookie.sessionName,
      lastHitSeconds: cookie.lastHitSeconds,
    };
  }
  if (cookie.kind !== 'session' || !isD8aSessionOver(cookie.tokens, step.d8a))
    return cookie;
  const tokens = nextD8aSession(cookie.tokens, step.d8a);
  return {
    kind: 'session',
    name: cookie.name,
    value: printD8aSession(tokens),
    tokens: tokens,
    lastHitSeconds: cookie.lastHitSeconds,
  };
}

/** Snowplow's collector hides its cookie from scripts. */
function isHidden(cookie) {
  return cookie.kind === 'collector';
}

/** Whether its tracker sets the cookie for pages of other sites too, as SameSite=None. */
function isForAllSites(cookie) {
  return cookie.kind === 'collector' || cookie.kind === 'treasureData';
}

// src/core/formats/d8a/d8a-cookies.ts

/**
 * The two cookies of the d8a web tracker.
 *
 * `_d8a` holds the client ID: `C1.1.<random>.<seconds>`. `_d8a_<property id>` holds the session:
 * `S1.1.` and tokens joined by `$`, each one key character and its value: `s` start in seconds,
 * `o` session number, `g` engaged, `t` time of the last hit in seconds, `j` index of the last hit
 * (the first is 0), `d` a random id. Unknown tokens and the order of tokens are kept.
 */

/** The client cookie's name. A prefix that ends in `_` lends its underscore to the name. */
function d8aClientName(prefix) {
  return prefix + (prefix.slice(-1) === '_' ? 'd8a' : '_d8a');
}

/** The client ID in a client cookie, `<random>.<seconds>`; `undefined` when it is not one. */
function parseD8aClient(text) {
  if (text.indexOf(D8A_CLIENT_VERSION) !== 0) return undefined;
  const clientId = text.slice(D8A_CLIENT_VERSION.length);
  return isD8aClientId(clientId) ? clientId : undefined;
}

function isD8aClientId(text) {
  return text.match('^[0-9]+[.][0-9]+$') !== null;
}

/** The tokens of a session cookie; `undefined` when it is not one. */
function parseD8aSession(text) {
  if (text.indexOf(D8A_SESSION_VERSION) !== 0) return undefined;
  return text
    .slice(D8A_SESSION_VERSION.length)
    .split('$')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ key: part.charAt(0), value: part.slice(1) }));
}

function printD8aSession(tokens) {
  return (
    D8A_SESSION_VERSION +
    tokens.map((token) => token.key + token.value).join('$')
  );
}

/** The text of a token; of several with one key, the first counts. */
function readToken(tokens, key) {
  const found = tokens.filter((token) => token.key === key)[0];
  return found === undefined ? undefined : found.value;
}

/** The number in a token; `undefined` when it is absent or not a finite number. */
function readTokenNumber(tokens, key) {
  const text = readToken(tokens, key);
  return text === undefined ? undefined : toFiniteNumber(text);
}

/** The tokens with one value changed in place, or added at the end. */
function withToken(tokens, key, value) {
  let isDone = false;
  const changed = tokens.map((token) => {
    if (isDone || token.key !== key) return token;
    isDone = true;
    return { key: key, value: value };
  });
  return isDone ? changed : changed.concat([{ key: key, value: value }]);
}

/** A session is over strictly after the timeout, or when it does not say when it was last used. */
function isD8aSessionOver(tokens, step) {
  const lastHitSeconds = readTokenNumber(tokens, 't');
  if (lastHitSeconds === undefined) return true;
  return step.nowSeconds - lastHitSeconds > step.timeoutSeconds;
}

/** A new session that goes on counting from the old one, if there is an old one. */
function startD8aSession(tokens, step) {
  const fresh = {
    s: '' + step.nowSeconds,
    o: '' + ((readTokenNumber(tokens, 'o') || 0) + 1),
    g: '0',
    t: '' + step.nowSeconds,
    j: '0',
    d: step.randoms.map((random) => random.toString(36)).join(''),
  };
  return D8A_SESSION_KEYS.reduce(
    (sofar, key) => withToken(sofar, key, fresh[key] || ''),
    tokens
  );
}

/** The session after one more hit: continued, or rolled over when it is over. */
function nextD8aSession(tokens, step) {
  if (isD8aSessionOver(tokens, step)) return startD8aSession(tokens, step);
  const counted = withToken(
    tokens,
    'j',
    '' + ((readTokenNumber(tokens, 'j') || 0) + 1)
  );
  return withToken(counted, 't', '' + step.nowSeconds);
}

// src/core/renewal/tracker-grammar.ts

/**
 * The cookies of Snowplow and Treasure Data, as strictly as d8a's. A page may give Treasure Data's
 * SDK a client id of its own; that one the page can give again, so only the SDK's own form counts.
 */

/** Whether a name is these letters and the digits of a site. */
function isSnowplowName(name, start) {
  return (
    name.indexOf(start) === 0 &&
    name.slice(start.length).match('^[0-9a-f]{4}$') !== null
  );
}

/** Five fields, six, or ten; of those only the ids may be other than numbers, and some may be empty. */
function isSnowplowId(value) {
  const id = '[0-9A-Za-z-]{1,64}';
  const seconds = '[0-9]{1,15}';
  const count = '[0-9]{1,9}';
  const five =
    '(' +
    id +
    ')?[.]' +
    seconds +
    '[.]' +
    count +
    '[.]' +
    seconds +
    '[.](' +
    seconds +
    ')?';
  const ten =
    '[.](' + id + ')?[.](' + id + ')?[.](' + seconds + ')?[.]' + count;
  return value.match('^' + five + '([.]' + id + '(' + ten + ')?)?$') !== null;
}

/** Whether a session has begun of which no event is counted: a tracker is about to count its first. */
function awaitsFirstEvent(value) {
  const fields = value.split('.');
  return fields.length === 10 && fields[9] === '0';
}

/** When the visitor was last seen. */
function lastSeenSeconds(value) {
  return toFiniteNumber(value.split('.')[3] || '') || 0;
}

/** The cookie after the next session has begun. */
function nextSnowplowSession(value, step) {
  const id = parseSnowplowId(value, step);
  return id === undefined
    ? value
    : printSnowplowId(startSnowplowSession(id, step));
}

function isTreasureDataId(value) {
  return value.match('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') !== null;
}

/** The id that Snowplow's collector gives; all zeros stand for an anonymous visitor. */
function isCollectorId(value) {
  return (
    isTreasureDataId(value) && value !== '00000000-0000-0000-0000-000000000000'
  );
}

// src/core/to-finite-number.ts

/**
 * JavaScript's own reading of a text as a number, as d8a applies it: '' is 0, '1e2' is 100.
 * The sandbox has no `Number`; subtraction reads a text by the same rule.
 */
function toFiniteNumber(text) {
  const number = text - 0;
  return number - number === 0 ? number : undefined;
}

// src/core/formats/snowplow/snowplow-cookies.ts

/**
 * The two cookies of the Snowplow tracker.
 *
 * `_sp_id.<hash>` has ten fields joined by dots: user id, created, visit count, now, last visit,
 * session id, previous session id, first event id, first event's milliseconds, event index; older
 * trackers wrote the first five or six. `_sp_ses.<hash>` says by being there that the session goes on.
 */

/** What an id cookie says; `undefined` for a text that no tracker has written. */
function parseSnowplowId(text, step) {
  const fields = text.split('.');
  if (fields.length < 5 || text.indexOf('%') !== -1) return undefined;
  const nowSeconds = toNearestSeconds(step.nowMillis);
  return {
    userId: fields[0] || '',
    createdSeconds: integerOr(fields[1], nowSeconds),
    visitCount: integerOr(fields[2], step.visitCount),
    nowSeconds: integerOr(fields[3], nowSeconds),
    lastVisitSeconds: toInteger(fields[4]),
    sessionId: textOf(fields[5]) || step.sessionId,
    previousSessionId: textOf(fields[6]),
    firstEventId: textOf(fields[7]),
    firstEventMillis: toInteger(fields[8]),
    eventIndex: integerOr(fields[9], 0),
  };
}

function printSnowplowId(id) {
  return [
    id.userId,
    id.createdSeconds,
    id.visitCount,
    id.nowSeconds,
    numberText(id.lastVisitSeconds),
    id.sessionId,
    id.previousSessionId,
    id.firstEventId,
    numberText(id.firstEventMillis),
    id.eventIndex,
  ].join('.');
}

/** The next session of a visitor. */
function startSnowplowSession(id, step) {
  return {
    userId: id.userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount + 1,
    nowSeconds: toNearestSeconds(step.nowMillis),
    lastVisitSeconds: id.nowSeconds,
    sessionId: step.sessionId,
    previousSessionId: id.sessionId,
    firstEventId: '',
    firstEventMillis: undefined,
    eventIndex: 0,
  };
}

/** A text that is there; trackers have written `undefined` for one that is not. */
function textOf(field) {
  return field === undefined || field === 'undefined' ? '' : field;
}

/** JavaScript's own reading of an integer at the beginning of a text: `12abc` is 12, `0x10` is 16. */
function toInteger(field) {
  const found = (field || '').match('^[ ]*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)');
  if (found === null) return undefined;
  const number = toFiniteNumber(found[2] || '');
  return number !== undefined && found[1] === '-' ? 0 - number : number;
}

function integerOr(field, otherwise) {
  const number = toInteger(field);
  return number === undefined ? otherwise : number;
}

function numberText(number) {
  return number === undefined ? '' : '' + number;
}


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_response",
        "versionId": "1"
      },
      "param": [
        {
          "key": "writeResponseAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "writeHeaderAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "writeStatusAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "writeHeadersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "writeHeaderWhitelist",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "cache-control"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "x-content-type-options"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "allow"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "vary"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "access-control-allow-origin"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "access-control-allow-credentials"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "content-type"
                  }
                ]
              }
            ]
          }
        },
        {
          "key": "writeBodyAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "read_request",
        "versionId": "1"
      },
      "param": [
        {
          "key": "headerWhitelist",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "cookie"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "origin"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "sec-fetch-site"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "referer"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "x-forwarded-host"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "host"
                  }
                ]
              }
            ]
          }
        },
        {
          "key": "queryParametersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "bodyAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "headersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "pathAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "requestAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "headerAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryParameterAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryParameterWhitelist",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "queryParameter"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "cookie_domain"
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "return_response",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "set_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedCookies",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "/"
                  },
                  {
                    "type": 1,
                    "string": "any"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "use_custom_private_keys",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyIds",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "first_party_id"
              },
              {
                "type": 1,
                "string": "first_party_id_older"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Leaves every other path to the other clients
  code: |-
    path = '/g/collect';
    ask();
    assertApi('claimRequest').wasNotCalled();
    assertApi('returnResponse').wasNotCalled();
- name: Leaves a path outside of its own alone
  code: |-
    path = '/id.gif';
    ask();
    assertApi('claimRequest').wasNotCalled();
- name: Gives a page of the site a new server ID
  code: |-
    ask();
    assertApi('claimRequest').wasCalled();
    assertApi('returnResponse').wasCalled();
    const id = '01234567-89ab-4def-8123-456789abcdef';
    assertThat(cookies['_td_ssc_id'].value).isEqualTo(id);
    assertThat(cookies['first_party_id'].value.indexOf(id + '.19675.')).isEqualTo(0);
    assertThat(cookies['first_party_id'].options).isEqualTo({
      path: '/',
      'max-age': 63072000,
      sameSite: 'Lax',
      secure: true,
      httpOnly: true,
      domain: 'example.com',
    });
    assertApi('setResponseHeader').wasCalledWith('cache-control', 'no-store');
- name: Renews the identity cookies that parse, and backs them up
  code: |-
    headers.cookie = '_d8a=' + CLIENT + '; _d8a_P=' + SESSION + '; _d8a_Q=S1.1.x; other=1';
    ask();
    assertThat(cookies['_d8a'].value).isEqualTo(CLIENT);
    assertThat(cookies['_d8a_P'].value).isEqualTo(SESSION);
    assertThat(cookies['_d8a_P'].options.httpOnly).isFalse();
    assertThat(cookies['first_party_backup'].options.httpOnly).isTrue();
    assertThat(cookies['_d8a_Q']).isUndefined();
    assertThat(cookies['other']).isUndefined();
- name: Sets nothing for a page of another site
  code: |-
    headers.origin = 'https://www.evil.com';
    ask();
    assertThat(status).isEqualTo(403);
    assertThat(body).isEqualTo('Refused: an origin that is not configured.');
    assertApi('setCookie').wasNotCalled();
- name: Sets nothing where no site is configured
  code: |-
    fields.sites = [];
    ask();
    assertThat(status).isEqualTo(403);
    assertApi('setCookie').wasNotCalled();
- name: Sets nothing for a site whose cookie domain is a public suffix
  code: |-
    fields.sites = [{ origins: 'https://www.example.co.uk', cookieDomain: 'co.uk' }];
    headers.origin = 'https://www.example.co.uk';
    headers.host = 'www.example.co.uk';
    ask();
    assertThat(status).isEqualTo(403);
- name: Refuses another method
  code: |-
    method = 'POST';
    ask();
    assertThat(status).isEqualTo(405);
    assertApi('setResponseHeader').wasCalledWith('allow', 'GET');
- name: Answers Treasure Data's SDK for a site's own domain only
  code: |-
    path = '/fpid/get_cookie_id';
    query = { cookie_domain: 'example.com' };
    ask();
    assertThat(body).isEqualTo('{"td_ssc_id":"01234567-89ab-4def-8123-456789abcdef"}');
    query = { cookie_domain: 'evil.com' };
    ask();
    assertThat(status).isEqualTo(403);
- name: Forgets what it has set and what the visitor carries
  code: |-
    path = '/fpid/forget.gif';
    headers.cookie = '_d8a=' + CLIENT + '; other=1';
    ask();
    assertThat(cookies['_d8a'].options['max-age']).isEqualTo(0);
    assertThat(cookies['first_party_id'].options['max-age']).isEqualTo(0);
    assertThat(cookies['first_party_backup'].options['max-age']).isEqualTo(0);
    assertThat(cookies['_td_ssc_id'].options['max-age']).isEqualTo(0);
    assertThat(cookies['other']).isUndefined();
- name: Works without keys, and then keeps no backup
  code: |-
    fields.signing = 'off';
    mock('sha256Sync', 'fedcba9876543210fedcba9876543210');
    headers.cookie = '_d8a=' + CLIENT;
    ask();
    assertThat(cookies['first_party_id'].value).isEqualTo('fedcba98-7654-4210-bedc-ba9876543210.19675');
    assertThat(cookies['first_party_backup']).isUndefined();
    assertApi('hmacSha256').wasNotCalled();
- name: Brings nothing back to a visitor who has said no to a tracker
  code: |-
    fields.snowplowPrefixes = '_sp_';
    fields.snowplowOptOutCookie = 'no_thanks';
    fields.treasureDataNames = '_td';
    fields.collectorCookieName = 'sp';
    headers.cookie = '_sp_id.1fff=' + SNOWPLOW + '; _sp_ses.1fff=*; sp=' + UUID + '; _td=' + UUID;
    ask();
    assertThat(cookies['_sp_id.1fff'].value).isEqualTo(SNOWPLOW);
    assertThat(cookies['sp'].options.httpOnly).isTrue();
    assertThat(cookies['_td'].value).isEqualTo(UUID);
    const kept = keptIn(['first_party_id', '_td_ssc_id', 'first_party_backup']);
    cookies = {};
    headers.cookie = kept + '; no_thanks=0; __td_signed=false; _d8a=' + CLIENT;
    ask();
    assertThat(cookies['_d8a'].value).isEqualTo(CLIENT);
    assertThat(cookies['_sp_id.1fff']).isUndefined();
    assertThat(cookies['sp']).isUndefined();
    assertThat(cookies['_td']).isUndefined();
    // Nor once the visitor has changed their mind: the backup has let go of them.
    headers.cookie = keptIn(['first_party_id', '_td_ssc_id', 'first_party_backup']);
    cookies = {};
    ask();
    assertThat(cookies['_d8a'].value).isEqualTo(CLIENT);
    assertThat(cookies['_sp_id.1fff']).isUndefined();
    assertThat(cookies['_td']).isUndefined();
- name: Takes an origin as it stands in an address bar
  code: |-
    fields.sites = [
      { origins: 'https://www.example.com/, https://other.test', cookieDomain: 'example.com' },
    ];
    ask();
    assertThat(status).isEqualTo(200);
- name: A lifetime of 0 days, as the tag may have, does not remove what a renewal
    sets
  code: |-
    fields.maxAgeDays = '0';
    headers.cookie = '_d8a=' + CLIENT;
    ask();
    assertThat(cookies['_d8a'].options['max-age']).isEqualTo(63072000);
setup: |-
  // A request as the client meets it, and what it answers.
  const fields = {
    sites: [{ origins: 'https://www.example.com', cookieDomain: 'example.com' }],
    basePath: '/fpid',
    signing: 'key',
    maxAgeDays: '730',
    renewalDays: '0',
    sessionTimeoutMinutes: '30',
    d8aPrefixes: '',
    serverCookieName: 'first_party_id',
    trustForwardedHost: false,
  };
  const CLIENT = 'C1.1.5.1690000000';
  const SESSION = 'S1.1.s1699999000$o7$g0$t1699999940$j2$dabc';
  const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const SNOWPLOW = UUID + '.1690000000.2.1699999000.1699990000.' + UUID + '....6';
  let path = '/fpid/id.gif';
  let method = 'GET';
  let headers = {
    host: 'www.example.com',
    origin: 'https://www.example.com',
    'sec-fetch-site': 'same-origin',
  };
  let query = {};
  let status = 200;
  let body = '';
  let cookies = {};

  mock('getRequestPath', () => path);
  mock('getRequestMethod', () => method);
  mock('getRequestHeader', (name) => headers[name]);
  mock('getRequestBody', undefined);
  mock('getRequestQueryParameter', (name) => query[name]);
  mock('getTimestampMillis', 1700000000000);
  mock('generateRandom', 42);
  mock('hmacSha256', (text, key, options) => {
    if (options.outputEncoding === 'hex') return '0123456789abcdef0123456789abcdef01234567';
    return ('sig' + text.length + key + '___________________________________________').slice(0, 43);
  });
  mock('setResponseStatus', (number) => {
    status = number;
  });
  mock('setResponseBody', (text) => {
    body = text;
  });
  mock('setResponseHeader', () => {});
  mock('setCookie', (name, value, options) => {
    cookies[name] = { value: value, options: options };
  });

  const ask = () => {
    runCode(fields);
  };

  // The cookies of these names that the answer has set, as the browser sends them back.
  const keptIn = (names) => names.map((name) => name + '=' + cookies[name].value).join('; ');


___NOTES___

First-Party ID Client 0.1.0

Permissions and why:
- access_response (body; header cache-control; header x-content-type-options; header allow; header vary; header access-control-allow-origin; header access-control-allow-credentials; header content-type; status): Answers with an image, a short JSON or a refusal, and with the headers that keep it out of caches.
- read_request (body; header cookie; header origin; header sec-fetch-site; header referer; header x-forwarded-host; header host; path; query cookie_domain): Reads the path, the headers that say which page asks, and the cookies of your own sites.
- return_response: Sends the answer.
- set_cookies (* write): Renews and removes the identity cookies, whose names and domain depend on your settings. The path is always /.
- use_custom_private_keys (first_party_id read; first_party_id_older read): Signs the server ID, when you say that the container has keys.


