//: A hit inside a session is counted
keepVisitor(SESSION);
fire({});
assertThat(valuesOf('_d8a_P')).isEqualTo(['S1.1.s1699999000$o7$g0$t1700000000$j3$dabc']);
assertThat(identity().hitNumber).isEqualTo(4);
assertThat(identity().isNewSession).isFalse();
assertReason('session_continued');

//: A session that another tab has gone on with is seen at the next hit
fire({});
jar = jar.filter((cookie) => cookie.name !== '_d8a_P');
keepCookie('_d8a_P', 'S1.1.s1699999000$o7$g1$t1699999990$j9$dabc', 'example.com');
fire({ gtmEventId: 6 });
assertThat(identity().sessionNumber).isEqualTo(7);
assertThat(identity().hitNumber).isEqualTo(11);

//: A session rolls over strictly after the timeout
keepVisitor('S1.1.s1699990000$o7$g1$t1699998200$j2$dabc');
fire({});
assertReason('session_continued');
nowMillis = nowMillis + 1801000;
fire({ gtmEventId: 6 });
assertThat(identity().sessionNumber).isEqualTo(8);
assertReason('session_expired');

//: A first session starts with the first hit
fire({});
assertThat(identity().hitNumber).isEqualTo(1);
assertReason('session_new');

//: The action newSession starts a session at once
keepVisitor(SESSION);
fire({ action: 'newSession' });
assertThat(identity().sessionNumber).isEqualTo(8);
assertReason('session_requested');
assertApi('gtmOnSuccess').wasCalled();

//: A malformed session cookie is replaced
keepVisitor('nonsense');
fire({});
assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
assertReason('session_malformed');

//: A session cookie of another version is left alone
keepVisitor('S2.1.abc');
fire({});
assertThat(valuesOf('_d8a_P')).isEqualTo(['S2.1.abc']);
assertReason('session_other_version');

//: The action engage marks the session as engaged
fire({});
nowMillis = nowMillis + 10000;
fire({ action: 'engage', gtmEventId: 6 });
assertThat(valuesOf('_d8a_P')).isEqualTo(['S1.1.s1700000000$o1$g1$t1700000000$j0$d161616']);
assertThat(identity().engaged).isTrue();
assertReason('engaged');
fire({ action: 'engage', gtmEventId: 7 });
assertReason('already_engaged');

//: Engage does not count before the page has been open long enough
fire({});
nowMillis = nowMillis + 8999;
fire({ action: 'engage', gtmEventId: 6 });
assertThat(identity().engaged).isFalse();
assertReason('engagement_too_early');

//: Engage does not revive a session on an idle page
keepVisitor(OLD_SESSION);
fire({ action: 'engage' });
assertThat(valuesOf('_d8a_P')).isEqualTo([OLD_SESSION]);
assertReason('engagement_without_session');

//: Beside a tracker the session is left to the tracker
keepVisitor(SESSION);
fire({ sessionKeeper: 'tracker' });
assertThat(valuesOf('_d8a_P')).isEqualTo([SESSION]);
assertReason('session_kept_by_tracker');

//: Two tags that fire on one event count one page view
fire({});
fire({});
assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
assertReason('hit_already_counted');
