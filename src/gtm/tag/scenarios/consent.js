//: While nobody has said anything about consent, the identity is kept
windowValues.dataLayer = [];
fire({});
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertThat(identity().consent).isEqualTo('unset');
assertReason('consent_unset');
assertApi('gtmOnSuccess').wasCalled();

//: While nobody has said anything, a form that says wait keeps the identity in memory
windowValues.dataLayer = [];
fire({ unsetConsent: 'wait' });
assertThat(jar).isEmpty();
assertThat(identity().source).isEqualTo('memory');
assertReason('client_id_memory');

//: A default that denies consent writes nothing, erases nothing and calls nobody
denyByDefault();
keepVisitor(SESSION);
fire({ serverUrl: 'www.example.com/fpid' });
assertApi('setCookie').wasNotCalled();
assertApi('getCookieValues').wasNotCalled();
assertThat(calls).isEmpty();
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
assertThat(identity().consent).isEqualTo('denied');
assertThat(identity().clientId).isEqualTo('42.1700000000');
assertReason('consent_denied');
assertApi('gtmOnSuccess').wasCalled();

//: A default that another template set denies without being seen in the data layer
isGranted = false;
windowValues.dataLayer = [undefined, { event: 'gtm.init_consent' }];
fire({});
assertThat(jar).isEmpty();
assertThat(identity().consent).isEqualTo('denied');

//: Granted consent keeps the identity
fire({});
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
assertThat(identity().consent).isEqualTo('granted');
assertReason('consent_granted');

//: Consent granted on the same page promotes the identity in memory under the same ID
denyByDefault();
fire({});
nowMillis = nowMillis + 5000;
updateConsent(true);
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
assertThat(identity().source).isEqualTo('promoted');
assertThat(identity().hitNumber).isEqualTo(1);
assertReason('client_id_promoted');

//: A returning visitor’s stored identity wins over the one in memory, and the page view is counted once
denyByDefault();
keepVisitor(SESSION);
fire({});
updateConsent(true);
assertThat(identity().clientId).isEqualTo('5.1690000000');
assertThat(identity().hitNumber).isEqualTo(4);
assertThat(valuesOf('_d8a_P')).isEqualTo(['S1.1.s1699999000$o7$g0$t1700000000$j3$dabc']);

//: Withdrawn consent erases everything, here and at the endpoint, and starts a new identity
keepVisitor(SESSION);
keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
fire({ serverUrl: 'www.example.com/fpid' });
updateConsent(false);
assertThat(valuesOf('_d8a')).isEmpty();
assertThat(valuesOf('_d8a_P')).isEmpty();
assertThat(calls).isEqualTo(['https://www.example.com/fpid/forget.gif']);
assertThat(identity().consent).isEqualTo('withdrawn');
assertThat(identity().clientId).isEqualTo('42.1700000000');
assertReason('consent_withdrawn');
assertReason('erased');

//: Withdrawn consent leaves what is stored when the form says keep
keepVisitor(SESSION);
fire({ onWithdrawal: 'keep' });
updateConsent(false);
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
assertThat(identity().source).isEqualTo('memory');

//: A refusal by somebody nobody knows calls nobody
denyByDefault();
fire({ serverUrl: 'www.example.com/fpid' });
updateConsent(false);
assertThat(calls).isEmpty();
assertThat(jar).isEmpty();

//: A privacy signal counts as denied when the marketer honours it
keepVisitor(SESSION);
fire({ privacySignal: true });
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
assertThat(identity().source).isEqualTo('memory');
assertReason('privacy_signal');

//: d8a’s own consent counts while gtag is silent
windowValues.dataLayer = [];
windowValues.d8aLayer = [['consent', 'default', { analytics_storage: 'denied' }]];
fire({});
assertThat(jar).isEmpty();
assertThat(identity().consent).isEqualTo('denied');

//: The first decision waits for the consent update
denyByDefault();
runCode(fieldsWith({ waitForUpdateMillis: '500' }));
[1, 2, 3, 4, 5, 6, 7].forEach(() => {
  const step = steps.shift();
  step();
});
assertThat(pushed).isEmpty();
nowMillis = nowMillis + 100;
updateConsent(true);
assertThat(pushed).hasLength(1);
assertThat(identity().source).isEqualTo('new');

//: The first decision waits no longer than the form says
denyByDefault();
mock('getTimestampMillis', () => {
  nowMillis = nowMillis + 100;
  return nowMillis;
});
fire({ waitForUpdateMillis: '500' });
assertThat(identity().consent).isEqualTo('denied');
assertReason('consent_wait_over');

//: A choice that a consent tool says through the sandbox’s APIs is granted at once
windowValues.dataLayer = [undefined];
recordConsent({ default: false, update: true });
fire({ unsetConsent: 'wait', waitForUpdateMillis: '500' });
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertThat(identity().consent).isEqualTo('granted');
assertThat(identity().reasons).doesNotContain('consent_wait_over');

//: The wait ends with an update that only Google’s record shows
isGranted = false;
windowValues.dataLayer = [undefined];
recordConsent({ default: false });
runCode(fieldsWith({ waitForUpdateMillis: '500' }));
[1, 2, 3, 4, 5, 6, 7, 8].forEach(() => {
  const step = steps.shift();
  step();
});
assertThat(pushed).isEmpty();
isGranted = true;
recordConsent({ default: false, update: true });
runSteps();
assertThat(identity().source).isEqualTo('new');
assertThat(identity().consent).isEqualTo('granted');

//: A default that comes late and is heard as a change is no withdrawal
windowValues.dataLayer = [];
keepVisitor(SESSION);
fire({ serverUrl: 'www.example.com/fpid' });
isGranted = false;
recordConsent({ default: false });
calls = [];
listeners.forEach((listener) => listener('analytics_storage', false));
runSteps();
assertThat(identity().consent).isEqualTo('denied');
assertThat(identity().source).isEqualTo('memory');
assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
assertThat(calls).isEmpty();

//: An update that only Google’s record shows is a withdrawal
isGranted = false;
windowValues.dataLayer = [undefined];
keepVisitor(SESSION);
recordConsent({ default: false, update: false });
fire({});
assertThat(jar).isEmpty();
assertThat(identity().consent).isEqualTo('withdrawn');

//: Google’s record that cannot be copied leaves the word to the data layer and the listener
recordConsent({ default: false, update: false });
runCode(fieldsWith({}));
const readsDataLayers = steps.shift();
readsDataLayers();
steps.shift();
runSteps();
assertThat(identity().consent).isEqualTo('granted');
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);

//: Each form listens to consent once, however often its tag fires
fire({ gtmEventId: 5 });
fire({ gtmEventId: 6 });
assertThat(listeners).hasLength(1);
