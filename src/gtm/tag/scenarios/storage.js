//: The cookie domain is the widest that the browser accepts
host = 'www.example.co.uk';
refusedDomains = ['co.uk'];
fire({});
assertThat(jar[0].domain).isEqualTo('example.co.uk');

//: An IP address has cookies of its own
host = '127.0.0.1';
fire({});
assertThat(jar[0].domain).isEqualTo('');

//: A configured cookie domain is used
fire({ cookieDomain: 'www.example.com' });
assertThat(jar[0].domain).isEqualTo('www.example.com');
assertThat(identity().cookieDomain).isEqualTo('www.example.com');

//: A configured cookie domain that the browser refuses gives way to one that it accepts
refusedDomains = ['example.org'];
fire({ cookieDomain: 'example.org' });
assertThat(jar[0].domain).isEqualTo('example.com');
assertReason('cookie_domain_refused');

//: Cookie domain none keeps the cookies to this host
fire({ cookieDomain: 'none' });
assertThat(jar[0].domain).isEqualTo('');

//: A narrower cookie domain than before goes on with the session, and leaves only its own cookies
keepVisitor(SESSION);
keepCookie('_d8a_P', SESSION, 'www.example.com');
fire({ cookieDomain: 'none' });
assertThat(jar.map((cookie) => cookie.domain)).isEqualTo(['', '']);
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertThat(identity().hitNumber).isEqualTo(4);
fire({ cookieDomain: 'none', gtmEventId: 6 });
assertThat(identity().hitNumber).isEqualTo(5);
assertThat(identity().reasons).doesNotContain('duplicate_removed');

//: A browser that takes the host and its domain for one place keeps what is written
mock('setCookie', (name, value, options) => {
  const domain = options.domain || host;
  jar = jar.filter((cookie) => cookie.name !== name || cookie.domain !== domain);
  if (options['max-age'] === 0 || domain === 'com') return;
  jar.push({ name: name, value: value, domain: domain, options: options });
});
keepVisitor(SESSION);
fire({ cookieDomain: 'www.example.com' });
assertThat(jar.map((cookie) => cookie.domain)).isEqualTo(['www.example.com', 'www.example.com']);
assertThat(identity().reasons).doesNotContain('cookie_not_kept');

//: A sound cookie beside a malformed wide one is kept, whatever the tag is fired to do
keepCookie('_d8a', CLIENT, '');
keepCookie('_d8a', 'undefined', 'example.com');
keepCookie('_d8a_P', OLD_SESSION, 'example.com');
fire({ action: 'engage' });
assertReason('duplicate_removed');
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);

//: A sound session beside a malformed wide one is kept while the endpoint is asked for the rest
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
keepCookie('_d8a_P', SESSION, '');
keepCookie('_d8a_P', 'broken', 'example.com');
whenServerAnswers = () => keepCookie('_d8a', CLIENT, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertThat(identity().sessionNumber).isEqualTo(7);
assertThat(valuesOf('_d8a_P')).hasLength(1);

//: The probe leaves no cookie behind
fire({});
assertThat(valuesOf('first_party_id_probe')).isEmpty();

//: Blocked cookies leave the identity in memory
areCookiesBlocked = true;
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(identity().source).isEqualTo('memory');
assertThat(calls).isEmpty();
assertReason('cookies_blocked');
assertApi('gtmOnSuccess').wasCalled();

//: A cookie that the browser does not keep is told
keepCookie('_d8a', 'C1.1.9.1600000000', 'example.com');
mock('setCookie', (name, value, options) => {
  jar = jar.filter((cookie) => cookie.name !== name);
  if (name === 'first_party_id_probe' && options['max-age'] !== 0) {
    jar.push({ name: name, value: value, domain: options.domain, options: options });
  }
});
fire({});
assertReason('cookie_not_kept');
assertApi('gtmOnSuccess').wasCalled();

//: A cookie prefix stands before the names, and a lifetime of 0 ends with the browser session
fire({ cookiePrefix: 'shop_', cookieMaxAgeDays: '0' });
assertThat(jar.map((cookie) => cookie.name)).containsExactly('shop_d8a', 'shop_d8a_P');
assertThat(jar[0].options['max-age']).isUndefined();

//: Cookie settings that change within a page are applied to what is stored
keepVisitor(SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ cookieUpdate: false });
fire({ cookieUpdate: false, cookieSameSite: 'Strict', gtmEventId: 6 });
const client = jar.filter((cookie) => cookie.name === '_d8a')[0];
assertThat(client.value).isEqualTo(CLIENT);
assertThat(client.options.samesite).isEqualTo('Strict');
assertReason('attributes_changed');

//: Local storage keeps the identity under one key
fire({ storage: 'localStorage' });
assertThat(jar).isEmpty();
assertThat(local.first_party_id).contains(NEW_CLIENT);
fire({ storage: 'localStorage', gtmEventId: 6 });
assertThat(identity().source).isEqualTo('localStorage');
assertThat(identity().hitNumber).isEqualTo(2);

//: Local storage is erased on withdrawal
fire({ storage: 'localStorage' });
updateConsent(false);
assertThat(local.first_party_id).isUndefined();

//: Local storage that refuses to write leaves the identity in memory
mockObject('localStorage', {
  getItem: () => null,
  setItem: () => false,
  removeItem: () => {},
});
fire({ storage: 'localStorage' });
assertThat(identity().source).isEqualTo('memory');
assertReason('local_storage_blocked');

//: Storage none keeps nothing
fire({ storage: 'none' });
assertThat(jar).isEmpty();
assertReason('storage_none');

//: A session cookie on a deeper path, which cannot be removed there, does not start one after the other
keepCookie('_d8a_P', OLD_SESSION, 'out of reach');
keepVisitor(SESSION);
fire({});
assertThat(identity().sessionNumber).isEqualTo(7);
assertThat(identity().hitNumber).isEqualTo(4);
assertThat(identity().reasons).isEqualTo([
  'consent_granted',
  'client_id_stored',
  'session_continued',
]);
