//: Snowplow’s cookies are kept beside those of d8a, and d8a gives the page its visitor
fire(SNOWPLOW);
assertThat(jar.map((cookie) => cookie.name)).containsExactly(
  '_d8a_P',
  '_d8a',
  '_sp_ses.8809',
  '_sp_id.8809',
);
assertThat(jar[2].value).isEqualTo('*');
assertThat(jar[2].options['max-age']).isEqualTo(1800);
assertThat(jar[3].value).isEqualTo(NEW_SP_ID);
assertThat(jar[3].options['max-age']).isEqualTo(63072000);
assertThat(jar[3].options.samesite).isEqualTo('Lax');
assertThat(identity().clientId).isEqualTo('42.1700000000');
assertThat(identity().snowplow.domainSessionIndex).isEqualTo(1);
assertReason('snowplow_id_new');
assertReason('snowplow_session_started');

//: Snowplow alone needs no property id, and gives the page its visitor
keepCookie('_sp_id.8809', SP_ID, 'example.com');
keepCookie('_sp_ses.8809', '*', 'example.com');
fire(SNOWPLOW_ALONE);
assertThat(valuesOf('_sp_id.8809')).isEqualTo(['u.1690000000.3.1700000000.1.s.p.e.5.5']);
assertThat(valuesOf('_d8a')).isEmpty();
assertThat(identity().clientId).isEqualTo('u');
assertThat(identity().sessionNumber).isEqualTo(3);
assertThat(identity().hitNumber).isEqualTo(5);
assertReason('snowplow_id_stored');
assertReason('snowplow_session_continued');

//: The digits of Snowplow’s cookie names are computed once a page
fire(merge(SNOWPLOW_ALONE, { snowplowHash: '' }));
assertThat(valuesOf('_sp_ses.8809')).isEqualTo(['*']);
assertThat(identity().snowplow.hash).isEqualTo('8809');
assertThat(windowValues.firstPartyId.snowplowHash.digits).isEqualTo('8809');
assertReason('snowplow_hash_computed');
windowValues.firstPartyId.snowplowHash.digits = 'abcd';
fire(merge(SNOWPLOW_ALONE, { snowplowHash: '', gtmEventId: 6 }));
assertThat(identity().snowplow.hash).isEqualTo('abcd');

//: Digits that are none are computed, with a reason
fire(merge(SNOWPLOW_ALONE, { snowplowHash: '88x9' }));
assertThat(identity().snowplow.hash).isEqualTo('8809');
assertReason('snowplow_hash_invalid');

//: Digits that cannot be computed leave Snowplow’s user in memory
fire(merge(SNOWPLOW_ALONE, { snowplowHash: '', cookieDomain: 'exämple.com' }));
assertThat(jar).isEmpty();
assertThat(identity().source).isEqualTo('memory');
assertReason('snowplow_hash_unknown');

//: Snowplow’s user is promoted on consent, under the same ID
denyByDefault();
fire(SNOWPLOW_ALONE);
assertThat(jar).isEmpty();
assertReason('snowplow_id_memory');
const inMemory = identity().clientId;
updateConsent(true);
assertThat(identity().clientId).isEqualTo(inMemory);
assertThat(valuesOf('_sp_id.8809')).isEqualTo([NEW_SP_ID]);
assertReason('snowplow_id_promoted');

//: Snowplow’s cookies are erased on withdrawal, also where their digits are computed
keepCookie('_sp_id.8809', SP_ID, 'example.com');
keepCookie('_sp_ses.8809', '*', 'www.example.com');
isGranted = false;
windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
fire(merge(SNOWPLOW_ALONE, { snowplowHash: '' }));
assertThat(jar).isEmpty();
assertReason('erased');

//: Snowplow’s cookie that is lost is asked for, and its session starts from what came back
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
whenServerAnswers = () => keepCookie('_sp_id.8809', SP_ID, 'example.com');
fire(merge(SNOWPLOW_ALONE, { serverUrl: 'www.example.com/fpid' }));
assertThat(identity().clientId).isEqualTo('u');
assertThat(identity().sessionNumber).isEqualTo(4);
assertReason('snowplow_id_restored');
assertThat(calls).hasLength(1);

//: A Snowplow cookie that no tracker writes is replaced
keepCookie('_sp_id.8809', 'nonsense', 'example.com');
fire(SNOWPLOW_ALONE);
assertThat(valuesOf('_sp_id.8809')).isEqualTo([NEW_SP_ID]);
assertReason('snowplow_id_malformed');

//: Beside Snowplow’s tracker its session is left alone
keepCookie('_sp_id.8809', SP_ID, 'example.com');
keepCookie('_sp_ses.8809', '*', 'example.com');
fire(merge(SNOWPLOW_ALONE, { sessionKeeper: 'tracker' }));
assertThat(valuesOf('_sp_id.8809')).isEqualTo([SP_ID]);
assertReason('snowplow_session_left');

//: In Snowplow’s anonymous mode nothing is kept
fire(merge(SNOWPLOW_ALONE, { snowplowAnonymousTracking: 'anonymous' }));
assertThat(jar).isEmpty();
assertReason('snowplow_anonymous');

//: An opt-out cookie removes Snowplow’s cookies
keepCookie('_sp_id.8809', SP_ID, 'example.com');
keepCookie('no_thanks', '1', '');
fire(merge(SNOWPLOW_ALONE, { snowplowOptOutCookie: 'no_thanks' }));
assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['no_thanks']);
assertReason('snowplow_opted_out');

//: Of two Snowplow cookies the one on the widest domain goes on
keepCookie('_sp_id.8809', 'old.1.1.1..s....0', '');
keepCookie('_sp_id.8809', SP_ID, 'example.com');
keepCookie('_sp_ses.8809', '*', 'example.com');
fire(SNOWPLOW_ALONE);
assertThat(valuesOf('_sp_id.8809')).isEqualTo(['u.1690000000.3.1700000000.1.s.p.e.5.5']);
assertReason('duplicate_removed');
