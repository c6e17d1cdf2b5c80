//: Greets a visitor who is known
mockObject('localStorage', {
  getItem: function () {
    return 'Ada';
  },
});

runCode(fields);

assertThat(said).isEqualTo('Hello, Ada');
assertApi('gtmOnSuccess').wasCalled();

//: Says nothing: the visitor is new
runCode(fields);

assertThat(said).isUndefined();
assertApi('gtmOnSuccess').wasCalled();
