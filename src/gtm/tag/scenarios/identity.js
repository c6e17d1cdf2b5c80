//: A new visitor gets one client cookie and one session cookie a property, on the widest domain
fire({ propertyIds: 'P, Q' });
assertThat(jar.map((cookie) => cookie.name)).containsExactly('_d8a', '_d8a_P', '_d8a_Q');
assertThat(jar[0].domain).isEqualTo('example.com');
assertThat(jar[0].options.path).isEqualTo('/');
assertThat(jar[0].options.samesite).isEqualTo('Lax');
assertThat(jar[0].options.secure).isTrue();
assertThat(jar[0].options['max-age']).isEqualTo(63072000);
assertThat(identity().source).isEqualTo('new');
assertThat(identity().cookieDomain).isEqualTo('example.com');
assertReason('client_id_new');

//: A known visitor keeps the client ID
keepVisitor(SESSION);
fire({});
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertThat(identity().source).isEqualTo('cookie');
assertReason('client_id_stored');

//: The identity is shared with the page and told in one event
fire({});
assertThat(pushed).hasLength(1);
assertThat(pushed[0].event).isEqualTo('first_party_id');
assertThat(windowValues.firstPartyId.clientId).isEqualTo('42.1700000000');
assertThat(identity().sessionId).isEqualTo('1700000000');
assertThat(identity().sessionNumber).isEqualTo(1);
assertThat(identity().isNewSession).isTrue();
assertThat(identity().engaged).isFalse();
assertThat(identity().serverId).isEqualTo('');

//: A second container on the page uses the identity in memory that the first has made
denyByDefault();
fire({});
kept = {};
mock('generateRandom', () => 77);
fire({ propertyIds: 'Q' });
assertThat(identity().clientId).isEqualTo('42.1700000000');

//: A malformed client cookie is replaced
keepCookie('_d8a', '%E0%A4%A', 'example.com');
fire({});
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertReason('client_id_malformed');

//: A client cookie of another version is left alone
keepCookie('_d8a', 'C2.1.abc.def', 'example.com');
fire({});
assertThat(valuesOf('_d8a')).isEqualTo(['C2.1.abc.def']);
assertThat(identity().source).isEqualTo('memory');
assertReason('client_id_other_version');

//: Of two client cookies the one on the widest domain stays
keepCookie('_d8a', 'C1.1.9.1600000000', '');
keepCookie('_d8a', CLIENT, 'example.com');
keepCookie('_d8a_P', SESSION, 'example.com');
fire({});
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertReason('duplicate_removed');

//: Forget erases the visitor here and at the endpoint
keepVisitor(SESSION);
fire({ action: 'forget', serverUrl: 'www.example.com/fpid' });
assertThat(jar).isEmpty();
assertThat(calls).isEqualTo(['https://www.example.com/fpid/forget.gif']);
assertThat(identity().clientId).isEqualTo('');
assertReason('forgotten');
assertApi('gtmOnSuccess').wasCalled();

//: Forget works while consent is denied
denyByDefault();
keepVisitor(SESSION);
fire({ action: 'forget' });
assertThat(jar).isEmpty();

//: Google’s client ID is taken over when it is asked for, and its cookies are left alone
keepCookie('_ga', 'GA1.1.7.1650000000', 'www.example.com');
keepCookie('_ga', 'GA1.1.9.1660000000', 'example.com');
fire({ adoptGoogleClientId: true });
assertThat(identity().clientId).isEqualTo('7.1650000000');
assertThat(valuesOf('_d8a')).isEqualTo(['C1.1.7.1650000000']);
assertThat(valuesOf('_ga')).hasLength(2);
assertReason('client_id_adopted');
fire({ adoptGoogleClientId: true, action: 'forget', gtmEventId: 6 });
assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['_ga', '_ga']);

//: Google’s cookie is not read while consent is denied, nor unless it is asked for
keepCookie('_ga', 'GA1.1.7.1650000000', 'example.com');
fire({});
assertThat(identity().clientId).isEqualTo('42.1700000000');
denyByDefault();
mock('getCookieValues', () => fail('read'));
fire({ adoptGoogleClientId: true, gtmEventId: 6 });
assertReason('consent_denied');
