//: A form without a property id fails with its reason
fire({ propertyIds: ' , ' });
assertThat(identity().reasons).isEqualTo(['property_id_missing']);
assertThat(jar).isEmpty();
assertApi('gtmOnFailure').wasCalled();
assertApi('gtmOnSuccess').wasNotCalled();

//: A property id that a cookie name cannot have fails with its reason
fire({ propertyIds: 'P;Q' });
assertThat(identity().reasons).isEqualTo(['property_id_invalid']);
assertApi('gtmOnFailure').wasCalled();

//: An action that does not exist fails with its reason
fire({ action: 'dance' });
assertThat(identity().reasons).isEqualTo(['action_unknown']);
assertApi('gtmOnFailure').wasCalled();

//: A server cookie host that is none is not called, and the tag goes on
fire({ serverUrl: 'http://www.example.com' });
assertThat(calls).isEmpty();
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertReason('server_url_invalid');
assertApi('gtmOnSuccess').wasCalled();

//: A server cookie host may be written as an address
fire({ serverUrl: 'https://www.example.com/fpid/' });
assertThat(calls).isEqualTo(['https://www.example.com/fpid/id.gif']);

//: Fields that variables fill with anything fall back to their defaults
fire({
  cookieMaxAgeDays: 'soon',
  sessionTimeoutMinutes: undefined,
  cookieDomain: {},
  cookieSameSite: 'Loose',
  storage: [],
  consentType: '',
  waitForUpdateMillis: -1,
});
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertThat(jar[0].options['max-age']).isEqualTo(63072000);
assertApi('gtmOnSuccess').wasCalled();

//: A property id may be a number
fire({ propertyIds: 12345 });
assertThat(valuesOf('_d8a_12345')).isEqualTo([NEW_SESSION]);

//: A data layer that the permissions do not name is neither read nor pushed to
mayUseDataLayer = false;
fire({ dataLayerName: 'otherLayer' });
assertThat(pushed).isEmpty();
assertThat(windowValues.firstPartyId.reasons).contains('data_layer_not_permitted');
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
assertApi('gtmOnSuccess').wasCalled();

//: Property ids may be separated by spaces, as the form and the loader take them
fire({ propertyIds: 'P Q,  R' });
assertThat(valuesOf('_d8a_P').concat(valuesOf('_d8a_Q')).concat(valuesOf('_d8a_R'))).isEqualTo([
  NEW_SESSION,
  NEW_SESSION,
  NEW_SESSION,
]);

//: A cookie prefix that a cookie name cannot have is left away
fire({ cookiePrefix: 'a=b;' });
assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);

//: A lifetime of a part of a day is written in whole seconds
fire(merge(SNOWPLOW, { cookieMaxAgeDays: '1.1', sessionTimeoutMinutes: '2.3' }));
const lifetimes = jar.map((cookie) => cookie.options['max-age']);
assertThat(lifetimes).isEqualTo([95040, 95040, 138, 95040]);
