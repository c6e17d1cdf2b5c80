//: The first page view of a session calls the endpoint once, and tells its server id
whenServerAnswers = () => keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(calls).isEqualTo(['https://www.example.com/fpid/id.gif']);
assertThat(identity().serverId).isEqualTo(SERVER_ID);
assertThat(windowValues.firstPartyId.serverId).isEqualTo(SERVER_ID);
assertReason('server_answered');
assertApi('gtmOnSuccess').wasCalled();

//: A page view inside a session calls nobody
keepVisitor(SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(calls).isEmpty();

//: Tags of one event share one call
whenServerAnswers = () => keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
runCode(fieldsWith({ serverUrl: 'www.example.com/fpid' }));
runCode(fieldsWith({ serverUrl: 'www.example.com/fpid', propertyIds: 'Q' }));
runSteps();
assertThat(calls).hasLength(1);
assertThat(pushed).hasLength(2);

//: An endpoint whose cookie is missing is asked again at hits that lie further and further apart
fire({ serverUrl: 'id.elsewhere.net' });
[6, 7, 8, 9, 10, 11, 12].forEach((event) => {
  fire({ serverUrl: 'id.elsewhere.net', gtmEventId: event });
});
assertThat(identity().hitNumber).isEqualTo(8);
assertThat(calls).hasLength(4);

//: Once the endpoint keeps the client cookie, the tag does not write it again
keepVisitor(SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
const client = jar.filter((cookie) => cookie.name === '_d8a')[0];
assertThat(client.options).isEqualTo({});

//: A lost session comes back from the endpoint with its count, and then rolls over
keepCookie('_d8a', CLIENT, 'example.com');
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
whenServerAnswers = () => keepCookie('_d8a_P', OLD_SESSION, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(calls).hasLength(1);
assertThat(identity().sessionNumber).isEqualTo(8);
assertReason('session_restored');
assertReason('session_expired');

//: A lost client cookie comes back from the endpoint
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
whenServerAnswers = () => keepVisitor(OLD_SESSION);
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertThat(identity().source).isEqualTo('restored');
assertReason('client_id_restored');

//: A damaged session is removed, so that the endpoint can bring it back
keepVisitor('nonsense');
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
whenServerAnswers = () => {
  assertThat(valuesOf('_d8a_P')).isEmpty();
  keepCookie('_d8a_P', OLD_SESSION, 'example.com');
};
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(identity().sessionNumber).isEqualTo(8);

//: A session that the endpoint does not have starts anew
keepCookie('_d8a', CLIENT, 'example.com');
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(calls).hasLength(1);
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertThat(identity().sessionNumber).isEqualTo(1);
assertReason('session_not_restored');

//: An endpoint that does not answer costs nobody the identity
serverAnswers = 'nothing';
keepVisitor(OLD_SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
assertThat(identity().sessionNumber).isEqualTo(8);
assertReason('server_unreachable');
assertApi('gtmOnSuccess').wasCalled();

//: An endpoint that takes too long is not waited for
serverAnswers = 'never';
mock('getTimestampMillis', () => {
  nowMillis = nowMillis + 250;
  return nowMillis;
});
fire({ serverUrl: 'www.example.com/fpid' });
assertReason('server_timeout');
assertApi('gtmOnSuccess').wasCalled();

//: An endpoint whose cookie cannot be seen is told
fire({ serverUrl: 'id.elsewhere.net' });
assertReason('server_cookie_missing');

//: Consent withdrawn while the endpoint answers erases what the answer has set
whenServerAnswers = () => {
  whenServerAnswers = () => {};
  isGranted = false;
  windowValues.dataLayer.push(['consent', 'update', { analytics_storage: 'denied' }]);
  listeners.forEach((listener) => listener('analytics_storage', false));
  keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
};
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(valuesOf('_d8a')).isEmpty();
assertThat(identity().consent).isEqualTo('withdrawn');
assertThat(calls).contains('https://www.example.com/fpid/forget.gif');

//: The endpoint is asked one thing after the other, so that a forgotten visitor stays so
const after = (rounds, then) => {
  steps.push(() => (rounds === 0 ? then() : after(rounds - 1, then)));
};
mock('sendPixel', (url, onSuccess) => {
  calls.push(url.split('?')[0].split('/')[4]);
  after(50, () => {
    calls.push('answer');
    onSuccess();
  });
});
runCode(fieldsWith({ serverUrl: 'www.example.com/fpid' }));
runCode(fieldsWith({ serverUrl: 'www.example.com/fpid', action: 'forget' }));
runSteps();
assertThat(calls).isEqualTo(['id.gif', 'answer', 'forget.gif', 'answer']);
assertThat(pushed[0].firstPartyId.reasons).doesNotContain('server_cookie_missing');
assertReason('forgotten');
assertThat(windowValues.firstPartyId.clientId).isEqualTo('');
assertApi('gtmOnFailure').wasNotCalled();

//: The endpoint forgets only after a call that no tag waits for any more has ended too
const ends = [];
mock('sendPixel', (url, onSuccess) => {
  calls.push(url.split('?')[0].split('/')[4]);
  ends.push(onSuccess);
});
mock('getTimestampMillis', () => {
  nowMillis = nowMillis + 250;
  return nowMillis;
});
fire({ serverUrl: 'www.example.com/fpid' });
updateConsent(false);
assertThat(calls).isEqualTo(['id.gif']);
ends[0]();
runSteps();
assertThat(calls).isEqualTo(['id.gif', 'forget.gif']);

//: A visitor whom the endpoint has not forgotten is not forgotten: the tag ends as failed
serverAnswers = 'nothing';
keepVisitor(SESSION);
fire({ serverUrl: 'www.example.com/fpid', action: 'forget' });
assertThat(jar).isEmpty();
assertReason('server_unreachable');
assertApi('gtmOnFailure').wasCalled();
assertApi('gtmOnSuccess').wasNotCalled();

//: A withdrawal that the endpoint has not heard of ends well, since the next page repeats it
serverAnswers = 'nothing';
keepVisitor(SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
windowValues.dataLayer.push(['consent', 'update', { analytics_storage: 'denied' }]);
isGranted = false;
fire({ serverUrl: 'www.example.com/fpid' });
fire({ serverUrl: 'www.example.com/fpid', gtmEventId: 6 });
assertThat(calls).hasLength(2);
assertThat(valuesOf('_td_ssc_id')).hasLength(1);
assertApi('gtmOnFailure').wasNotCalled();

//: A second container, which counts no page view, does not call as well
fire({ serverUrl: 'www.example.com/fpid' });
kept = {};
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(calls).hasLength(1);
assertReason('hit_already_counted');

//: A session of another version is left alone, and nobody is called about it
keepVisitor('S2.1.s1$o5');
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
assertThat(calls).isEmpty();
assertThat(valuesOf('_d8a_P')).isEqualTo(['S2.1.s1$o5']);
assertReason('session_other_version');

//: Local storage and an endpoint do not go together, and nobody is called
fire({ serverUrl: 'www.example.com/fpid', storage: 'localStorage' });
assertThat(calls).isEmpty();

//: Consent granted while the endpoint forgets makes a new visitor, who is not forgotten too
denyByDefault();
keepVisitor(SESSION);
fire({ serverUrl: 'www.example.com/fpid' });
whenServerAnswers = () => {
  whenServerAnswers = () => {};
  isGranted = true;
  windowValues.dataLayer.push(['consent', 'update', { analytics_storage: 'granted' }]);
  listeners.forEach((listener) => listener('analytics_storage', true));
};
fire({ serverUrl: 'www.example.com/fpid', action: 'forget' });
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertThat(calls.filter((url) => url === 'https://www.example.com/fpid/forget.gif')).hasLength(1);

//: A reason that several answers of the endpoint give is said once
serverAnswers = 'nothing';
keepVisitor(OLD_SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
whenServerAnswers = () => {
  whenServerAnswers = () => {};
  isGranted = false;
  listeners.forEach((listener) => listener('analytics_storage', false));
};
fire({ serverUrl: 'www.example.com/fpid' });
pushed.forEach((message) => {
  const reasons = message.firstPartyId.reasons;
  assertThat(reasons.filter((code) => code === 'server_unreachable')).hasLength(1);
});
