//: Treasure Data’s client ID is kept with the attributes of its SDK
fire(TREASURE_DATA);
assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['_td']);
assertThat(jar[0].value).isEqualTo(NEW_UUID);
assertThat(jar[0].options.samesite).isEqualTo('None');
assertThat(jar[0].options.secure).isTrue();
assertThat(identity().treasureData.clientId).isEqualTo(NEW_UUID);
assertReason('treasure_data_id_new');

//: A client ID of Treasure Data’s is known, and its global ID is told
keepCookie('_td', 'known', 'example.com');
keepCookie('_td_global', 'g1', '');
fire(TREASURE_DATA);
assertThat(identity().clientId).isEqualTo('known');
assertThat(identity().treasureData.globalId).isEqualTo('g1');
assertReason('treasure_data_id_stored');

//: In Treasure Data’s anonymous mode nothing is kept, wherever the choice lies
local.__td_signed = 'false';
fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
assertThat(jar).isEmpty();
assertThat(identity().treasureData.isSigned).isFalse();
assertReason('treasure_data_anonymous');
fire(merge(TREASURE_DATA, { treasureDataStartInSignedMode: false, gtmEventId: 6 }));
assertThat(jar).isEmpty();

//: Where local storage cannot be read, Treasure Data’s choice is taken for a refusal
mockObject('localStorage', { getItem: () => null, setItem: () => false, removeItem: () => {} });
fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
assertThat(jar).isEmpty();
assertReason('treasure_data_anonymous');

//: Looking for Treasure Data’s choice leaves nothing in local storage
fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
assertThat(valuesOf('_td')).isEqualTo([NEW_UUID]);
assertThat(local.first_party_id).isUndefined();

//: Treasure Data’s client ID is promoted on consent, under the same ID
denyByDefault();
fire(TREASURE_DATA);
assertThat(jar).isEmpty();
assertReason('treasure_data_id_memory');
updateConsent(true);
assertThat(valuesOf('_td')).isEqualTo([NEW_UUID]);
assertReason('treasure_data_id_promoted');

//: Withdrawal removes everything of Treasure Data’s, on every domain, and leaves refusals
keepCookie('_td', 'known', 'www.example.com');
keepCookie('_td', 'known', '');
keepCookie('_td_global', 'g1', '');
keepCookie('_td_domain_example.com', 'example.com', 'example.com');
keepCookie('__td_blockEvents', 'true', 'example.com');
local.__td_signed = 'true';
isGranted = false;
windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['__td_blockEvents']);
assertThat(local.__td_signed).isUndefined();
assertReason('erased');

//: The server ID stays until the endpoint has erased it, so that a withdrawal is repeated
serverAnswers = 'nothing';
keepCookie('_td', 'known', 'example.com');
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
isGranted = false;
windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
fire(merge(TREASURE_DATA, { serverUrl: 'www.example.com/fpid' }));
assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['_td_ssc_id']);
fire(merge(TREASURE_DATA, { serverUrl: 'www.example.com/fpid', gtmEventId: 6 }));
assertThat(calls).hasLength(2);

//: Without an endpoint the server ID goes with the rest
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
isGranted = false;
windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
fire(TREASURE_DATA);
assertThat(jar).isEmpty();

//: Treasure Data’s cookie that is lost is asked for
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
whenServerAnswers = () => keepCookie('_td', 'known', 'example.com');
fire(merge(TREASURE_DATA, { serverUrl: 'www.example.com/fpid' }));
assertThat(identity().clientId).isEqualTo('known');
assertThat(calls).hasLength(1);
assertReason('treasure_data_id_restored');

//: The text undefined is no client ID of Treasure Data’s
keepCookie('_td', 'undefined', 'example.com');
fire(TREASURE_DATA);
assertThat(valuesOf('_td')).isEqualTo([NEW_UUID]);
assertReason('treasure_data_id_malformed');

//: One visitor ID gives a new visitor the same UUID in Snowplow and Treasure Data
fire(merge(SNOWPLOW, { treasureData: true, oneVisitorId: true }));
assertThat(identity().treasureData.clientId).isEqualTo(NEW_UUID);
assertThat(identity().snowplow.domainUserId).isEqualTo(NEW_UUID);
assertThat(identity().clientId).isEqualTo('336.1700000000');

//: Without any identity format the tag ends as failed, and says why
fire({ d8a: false });
assertReason('format_missing');
assertApi('gtmOnFailure').wasCalled();
