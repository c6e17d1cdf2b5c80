const advice = new Map([
  ['window', "Use require('copyFromWindow') and require('setInWindow')."],
  ['document', 'A template cannot reach the document.'],
  ['console', "Use require('logToConsole')."],
  ['NaN', 'Write 0 / 0.'],
  ['Infinity', 'Write 1 / 0.'],
  ['Math', "Use require('Math')."],
  ['JSON', "Use require('JSON')."],
  ['Object', "Use require('Object')."],
  ['Array', "Use literals, and require('getType')(x) === 'array'."],
  ['Date', "Use require('getTimestampMillis')."],
  ['String', "Use require('makeString')."],
  ['Number', "Use require('makeNumber')."],
  ['parseInt', "Use require('makeInteger')."],
  ['parseFloat', "Use require('makeNumber')."],
  ['isNaN', 'Compare the value with itself: x !== x.'],
  ['setTimeout', "Use require('callLater')."],
  ['localStorage', "Use require('localStorage')."],
  ['encodeURIComponent', "Use require('encodeUriComponent')."],
  ['decodeURIComponent', "Use require('decodeUriComponent')."],
  ['encodeURI', "Use require('encodeUri')."],
  ['decodeURI', "Use require('decodeUri')."],
  ['URL', "Use require('parseUrl')."],
  ['location', "Use require('getUrl')."],
]);

/** What to use instead of a global of the browser. */
export function adviceForGlobal(name: string): string | undefined {
  return advice.get(name);
}
