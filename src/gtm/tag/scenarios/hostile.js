//: A data layer that cannot be copied ends only the step that copies it
runCode(fieldsWith({}));
steps.shift();
runSteps();
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertReason('data_layer_unreadable');
assertApi('gtmOnSuccess').wasCalled();

//: A denied default counts although the data layer cannot be copied
denyByDefault();
runCode(fieldsWith({}));
steps.shift();
runSteps();
assertThat(jar).isEmpty();
assertThat(identity().consent).isEqualTo('denied');

//: What other templates pushed reads undefined, and does no harm
windowValues.dataLayer = [undefined, null, 5, 'text', [], {}, ['consent'], ['consent', 'default']];
fire({});
assertThat(identity().consent).isEqualTo('unset');
assertApi('gtmOnSuccess').wasCalled();

//: A data layer that is no list does no harm
windowValues.dataLayer = 'gone';
windowValues.d8aLayer = 7;
fire({});
assertThat(identity().consent).isEqualTo('unset');

//: A window.firstPartyId that belongs to the page is left alone
windowValues.firstPartyId = { version: 'mine' };
fire({});
assertThat(windowValues.firstPartyId).isEqualTo({ version: 'mine' });
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertReason('page_object_foreign');
fire({ gtmEventId: 6 });
assertThat(identity().hitNumber).isEqualTo(2);

//: A step that throws ends the tag as failed, with its reason
runCode(fieldsWith({}));
steps.shift();
steps.shift();
steps.shift();
runSteps();
assertThat(identity().reasons).isEqualTo(['internal_error']);
assertApi('gtmOnFailure').wasCalled();
assertApi('gtmOnSuccess').wasNotCalled();

//: Cookies that cannot even be read leave the identity in memory
runCode(fieldsWith({}));
[1, 2, 3, 4, 5, 6].forEach(() => {
  const step = steps.shift();
  step();
});
steps.shift();
runSteps();
assertThat(jar).isEmpty();
assertThat(identity().source).isEqualTo('memory');
assertReason('cookies_blocked');
assertApi('gtmOnSuccess').wasCalled();

//: Where a policy hides one of the visitor’s cookies, none is written, removed or replaced
keepVisitor(SESSION);
keepCookie('_d8a_P', 'broken', '');
keepCookie('_sp_id.8809', SP_ID, 'example.com');
mock('queryPermission', (permission, name) => name !== '_sp_id.8809');
const before = jar.slice();
fire(merge(SNOWPLOW, { serverUrl: 'www.example.com/fpid' }));
assertThat(jar).isEqualTo(before);
assertThat(calls).isEmpty();
assertThat(identity().source).isEqualTo('memory');
assertReason('cookies_blocked');
assertApi('gtmOnSuccess').wasCalled();

//: A policy that hides Google’s cookie hides nothing else
keepVisitor(SESSION);
mock('queryPermission', (permission, name) => name !== '_ga');
fire({ adoptGoogleClientId: true });
assertThat(identity().hitNumber).isEqualTo(4);

//: Where a policy hides a cookie, the others are still erased
keepVisitor(SESSION);
mock('queryPermission', (permission, name) => name !== '_d8a_P');
fire({ action: 'forget' });
assertThat(valuesOf('_d8a')).isEmpty();
assertReason('forgotten');

//: A cookie name that is also a property of every object does no harm
fire({ propertyIds: 'toString, constructor, __proto__' });
assertThat(valuesOf('_d8a_constructor')).isEqualTo([NEW_SESSION]);

//: A consent change after the tag has ended acts at once
denyByDefault();
fire({});
updateConsent(true);
updateConsent(false);
assertThat(jar).isEmpty();
updateConsent(true);
assertThat(valuesOf('_d8a')).hasLength(1);
assertThat(pushed).hasLength(4);

//: A trigger for every event does not fire the tag on its own event again and again
eventName = 'first_party_id';
fire({});
assertThat(jar).isEmpty();
assertThat(pushed).isEmpty();
assertApi('gtmOnFailure').wasCalled();
assertApi('gtmOnSuccess').wasNotCalled();
