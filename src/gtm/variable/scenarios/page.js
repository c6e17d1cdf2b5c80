//: Gives the part that the tag shares on the page
assertThat(read('clientId')).isEqualTo('42.1700000000');
assertThat(read('sessionId')).isEqualTo('1700000000');
assertThat(read('sessionNumber')).isEqualTo(3);
assertThat(read('isNewSession')).isEqualTo(false);
assertThat(read('engaged')).isEqualTo(true);
assertThat(read('hitNumber')).isEqualTo(5);
assertThat(read('consent')).isEqualTo('granted');
assertThat(read('source')).isEqualTo('cookie');
assertThat(read('cookieDomain')).isEqualTo('');
assertThat(read('snowplow.domainUserId')).isEqualTo('user');
assertThat(read('snowplow.domainSessionIndex')).isEqualTo(2);
assertThat(read('treasureData.clientId')).isEqualTo('td');
assertApi('getCookieValues').wasNotCalled();

//: Gives the reasons as text
assertThat(read('reasons')).isEqualTo('consent_granted, client_id_stored');

//: Gives everything as an object
const identity = read('identity');
assertThat(identity.clientId).isEqualTo('42.1700000000');
assertThat(identity.snowplow.domainSessionId).isEqualTo('session');
assertThat(identity.reasons).hasLength(2);

//: Is undefined for a part that is empty, not on, or not known
assertThat(read('treasureData.globalId')).isUndefined();
assertThat(read('nothing')).isUndefined();
state.snowplow = undefined;
assertThat(read('snowplow.domainUserId')).isUndefined();

//: Reads no cookie while the tag keeps the identity in memory
state.consent = 'denied';
state.source = 'memory';
assertThat(read('clientId')).isEqualTo('42.1700000000');
assertApi('getCookieValues').wasNotCalled();

//: Is undefined where the page holds something of another type
state.clientId = { toString: 1 };
state.reasons = 'none';
assertThat(read('clientId')).isUndefined();
assertThat(read('reasons')).isUndefined();
