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
