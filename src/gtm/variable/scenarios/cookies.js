//: Reads the cookies on a page without the tag
withoutTag();
assertThat(read('clientId')).isEqualTo('7.1690000000');
assertThat(read('source')).isEqualTo('cookie');
assertThat(read('sessionId')).isEqualTo('1699999000');
assertThat(read('sessionNumber')).isEqualTo(7);
assertThat(read('engaged')).isEqualTo(true);
assertThat(read('hitNumber')).isEqualTo(3);
assertThat(read('isNewSession')).isEqualTo(false);
assertThat(read('serverId')).isEqualTo('server');
assertThat(read('snowplow.domainUserId')).isEqualTo('spuser');
assertThat(read('snowplow.domainSessionId')).isEqualTo('spsession');
assertThat(read('snowplow.domainSessionIndex')).isEqualTo(2);
assertThat(read('treasureData.clientId')).isEqualTo('tdclient');
assertThat(read('identity').snowplow.eventIndex).isEqualTo(6);

//: Reads the cookies where another version or another script has the page object
page = { version: 1, clientId: 'other' };
assertThat(read('clientId')).isEqualTo('7.1690000000');

//: Reads no cookie while consent is denied
withoutTag();
isGranted = false;
assertThat(read('clientId')).isUndefined();
assertThat(read('identity')).isUndefined();
assertApi('getCookieValues').wasNotCalled();

//: Reads no cookie for a consent type that the permissions do not name
withoutTag();
fields.consentType = 'my_consent';
assertThat(read('clientId')).isUndefined();
assertApi('isConsentGranted').wasNotCalled();

//: Takes the first cookie that can be read, and none that cannot
withoutTag();
cookies._d8a = ['%', 'C1.1.x', 'C1.1.9.1690000001', 'C1.1.8.1690000000'];
cookies._d8a_P = ['S2.1.s1'];
cookies['_sp_id.1fff'] = ['%.1.2.3.4'];
cookies._td = [''];
assertThat(read('clientId')).isEqualTo('9.1690000001');
assertThat(read('sessionId')).isUndefined();
assertThat(read('snowplow.domainUserId')).isUndefined();
assertThat(read('treasureData.clientId')).isUndefined();

//: Needs neither property id nor prefix, whatever a field holds
withoutTag();
fields.propertyIds = undefined;
fields.cookiePrefix = { a: 1 };
assertThat(read('clientId')).isEqualTo('7.1690000000');
assertThat(read('sessionId')).isUndefined();

//: Tells no Treasure Data visitor whose mode is anonymous, though the cookie was kept
withoutTag();
cookies.__td_signed = ['false'];
assertThat(read('treasureData.clientId')).isUndefined();

//: Takes the first of several property ids, however they are separated
withoutTag();
['P, Q', 'P Q', 'P ,Q'].forEach((propertyIds) => {
  fields.propertyIds = propertyIds;
  assertThat(read('sessionId'), propertyIds).isEqualTo('1699999000');
});
