//: Leaves every other path to the other clients
path = '/g/collect';
ask();
assertApi('claimRequest').wasNotCalled();
assertApi('returnResponse').wasNotCalled();

//: Leaves a path outside of its own alone
path = '/id.gif';
ask();
assertApi('claimRequest').wasNotCalled();

//: Gives a page of the site a new server ID
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

//: Renews the identity cookies that parse, and backs them up
headers.cookie = '_d8a=' + CLIENT + '; _d8a_P=' + SESSION + '; _d8a_Q=S1.1.x; other=1';
ask();
assertThat(cookies['_d8a'].value).isEqualTo(CLIENT);
assertThat(cookies['_d8a_P'].value).isEqualTo(SESSION);
assertThat(cookies['_d8a_P'].options.httpOnly).isFalse();
assertThat(cookies['first_party_backup'].options.httpOnly).isTrue();
assertThat(cookies['_d8a_Q']).isUndefined();
assertThat(cookies['other']).isUndefined();

//: Sets nothing for a page of another site
headers.origin = 'https://www.evil.com';
ask();
assertThat(status).isEqualTo(403);
assertThat(body).isEqualTo('Refused: an origin that is not configured.');
assertApi('setCookie').wasNotCalled();

//: Sets nothing where no site is configured
fields.sites = [];
ask();
assertThat(status).isEqualTo(403);
assertApi('setCookie').wasNotCalled();

//: Sets nothing for a site whose cookie domain is a public suffix
fields.sites = [{ origins: 'https://www.example.co.uk', cookieDomain: 'co.uk' }];
headers.origin = 'https://www.example.co.uk';
headers.host = 'www.example.co.uk';
ask();
assertThat(status).isEqualTo(403);

//: Refuses another method
method = 'POST';
ask();
assertThat(status).isEqualTo(405);
assertApi('setResponseHeader').wasCalledWith('allow', 'GET');

//: Answers Treasure Data's SDK for a site's own domain only
path = '/fpid/get_cookie_id';
query = { cookie_domain: 'example.com' };
ask();
assertThat(body).isEqualTo('{"td_ssc_id":"01234567-89ab-4def-8123-456789abcdef"}');
query = { cookie_domain: 'evil.com' };
ask();
assertThat(status).isEqualTo(403);

//: Forgets what it has set and what the visitor carries
path = '/fpid/forget.gif';
headers.cookie = '_d8a=' + CLIENT + '; other=1';
ask();
assertThat(cookies['_d8a'].options['max-age']).isEqualTo(0);
assertThat(cookies['first_party_id'].options['max-age']).isEqualTo(0);
assertThat(cookies['first_party_backup'].options['max-age']).isEqualTo(0);
assertThat(cookies['_td_ssc_id'].options['max-age']).isEqualTo(0);
assertThat(cookies['other']).isUndefined();

//: Works without keys, and then keeps no backup
fields.signing = 'off';
mock('sha256Sync', 'fedcba9876543210fedcba9876543210');
headers.cookie = '_d8a=' + CLIENT;
ask();
assertThat(cookies['first_party_id'].value).isEqualTo('fedcba98-7654-4210-bedc-ba9876543210.19675');
assertThat(cookies['first_party_backup']).isUndefined();
assertApi('hmacSha256').wasNotCalled();

//: Brings nothing back to a visitor who has said no to a tracker
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

//: Takes an origin as it stands in an address bar
fields.sites = [
  { origins: 'https://www.example.com/, https://other.test', cookieDomain: 'example.com' },
];
ask();
assertThat(status).isEqualTo(200);

//: A lifetime of 0 days, as the tag may have, does not remove what a renewal sets
fields.maxAgeDays = '0';
headers.cookie = '_d8a=' + CLIENT;
ask();
assertThat(cookies['_d8a'].options['max-age']).isEqualTo(63072000);
