/* eslint-disable */
const fields = { greeting: 'Hello' };
let said;
mock('setInWindow', function (path, value) {
  said = value;
  return true;
});
