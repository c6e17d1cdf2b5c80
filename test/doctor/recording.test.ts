import { describe, expect, test } from '@jest/globals';
import { readGoogleConsent } from '../../src/doctor/recording/google-consent.ts';
import { readRecording } from '../../src/doctor/recording/read-recording.ts';
import { googleHit, printHar } from './har.ts';

const entry = (second: number, url: string, content: object = {}) => ({
  startedDateTime: `2026-01-01T00:00:0${second}.000+01:00`,
  request: { url, headers: [{ name: 'cookie', value: 'a=1' }] },
  response: { headers: [{ name: 'set-cookie', value: 'a=1\nb=2' }], content },
});
const read = (...entries: object[]) =>
  readRecording(JSON.stringify({ log: { entries } }), 'a.har').exchanges;

describe('a recording', () => {
  test('is read in the order of time', () => {
    const exchanges = read(entry(2, 'https://b.example/'), entry(1, 'https://a.example/'));
    expect(exchanges.map(({ url }) => url.hostname)).toEqual(['a.example', 'b.example']);
    expect(exchanges[0]).toMatchObject({ cookie: 'a=1', setCookies: ['a=1', 'b=2'] });
  });

  test('may have its texts in base64', () => {
    const text = Buffer.from('<p>é').toString('base64');
    const content = { mimeType: 'text/html', encoding: 'base64', text };
    expect(read(entry(1, 'https://a.example/', content))).toMatchObject([
      { isHtml: true, body: '<p>é' },
    ]);
  });

  test('may begin with a byte order mark', () => {
    expect(readRecording(`\uFEFF${printHar([])}`, 'a.har').exchanges).toEqual([]);
  });

  test('may have addresses that are none', () => {
    expect(read(entry(1, 'about:'), entry(2, 'not an address'))).toHaveLength(1);
  });

  test.each([
    ['{}', "a.har: / must have required property 'log'. Accepted: a HAR file"],
    ['{"log":{"entries":[{}]}}', 'a.har: /log/entries/0 must have required property'],
    ['no', 'a.har: is no JSON'],
  ])('is refused when it is %s', (text, message) => {
    expect(() => readRecording(text, 'a.har')).toThrow(message);
  });
});

describe('what Google’s tags heard', () => {
  test.each([
    ['l', false, false],
    ['m', false, true],
    ['n', false, true],
    ['p', true, false],
    ['t', true, false],
    ['q', true, true],
    ['r', true, true],
    ['u', true, true],
    ['v', true, true],
  ])('with the letter %s: default %s, update %s', (letter, hasDefault, hasUpdate) => {
    const { exchanges } = readRecording(printHar([googleHit(letter)]), 'a.har');
    expect(readGoogleConsent(exchanges)).toMatchObject([{ hasDefault, hasUpdate }]);
  });

  test('is unknown with other letters, and without any', () => {
    const recorded = [
      googleHit('z'),
      { url: 'https://a.example/?gcd=1' },
      { url: 'https://a.example/' },
    ];
    const { exchanges } = readRecording(printHar(recorded), 'a.har');
    expect(readGoogleConsent(exchanges)).toEqual([]);
  });
});
