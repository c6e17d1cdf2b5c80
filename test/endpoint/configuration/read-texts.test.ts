import { describe, expect, test } from '@jest/globals';
import { optionNames, readEnvironment } from '../../../src/endpoint/configuration/read-texts.ts';

describe('a list in the environment', () => {
  test.each([
    ['one,two', ['one', 'two']],
    ['one, two', ['one', 'two']],
    [' one\t,\r\n two\n', ['one', 'two']],
    ['one\n', ['one']],
    [',_sp_', ['', '_sp_']],
    ['["one", "two"]\n', ['one', 'two']],
    // What is written in quotes is meant; the check refuses it where it cannot be.
    ['["one "]', ['one ']],
  ])('%j is %j', (text, list) => {
    for (const option of ['keys', 'd8aPrefixes', 'trustedProxies']) {
      const { variable = '' } = optionNames.find((name) => name.option === option) ?? {};
      expect(readEnvironment({ [variable]: text })).toEqual({ [option]: list });
    }
  });

  test.each([
    ['FIRST_PARTY_ID_SITES', "[{origins:['https://www.example.com']}]", 'a list of at least one'],
    ['FIRST_PARTY_ID_SITES', 'https://www.example.com', 'a list of at least one site'],
    ['FIRST_PARTY_ID_KEYS', '[a-secret-of-32-bytes', 'a list of secrets of at least 32 bytes'],
  ])('%s=%s is told to be no JSON, and is not shown', (variable, text, accepted) => {
    const read = () => readEnvironment({ [variable]: text });
    expect(read).toThrow(
      `${variable}: a text that is not valid JSON is refused. Accepted: ${accepted}`,
    );
    expect(read).not.toThrow(text);
  });

  test('is told to be no JSON together with the others', () => {
    const read = () => readEnvironment({ FIRST_PARTY_ID_SITES: '[', FIRST_PARTY_ID_KEYS: '[' });
    expect(read).toThrow(/^FIRST_PARTY_ID_SITES: .*\nFIRST_PARTY_ID_KEYS: .*$/);
  });
});

describe('a variable that no option has', () => {
  const unknown = { FIRST_PARTY_ID_KEY: 'a secret', FIRST_PARTY_ID_MAXAGE_DAYS: '1' };

  test('is refused with the known ones, without its value', () => {
    const known = optionNames.map(({ variable }) => variable).join(', ');
    expect(() => readEnvironment(unknown)).toThrow(
      Object.keys(unknown)
        .map((name) => `${name}: an unknown variable is refused. Accepted: the variables ${known}.`)
        .join('\n'),
    );
  });

  test.each([
    ['begins otherwise', { PATH: '/bin', FIRST_PARTY: '1', first_party_id_key: '1' }],
    ['is empty', { FIRST_PARTY_ID_KEY: '' }],
    [
      'a cluster sets for a service of that name',
      {
        FIRST_PARTY_ID_SERVICE_HOST: '10.0.0.1',
        FIRST_PARTY_ID_SERVICE_PORT: '80',
        FIRST_PARTY_ID_SERVICE_PORT_HTTP: '80',
        FIRST_PARTY_ID_PORT: 'tcp://10.0.0.1:80',
        FIRST_PARTY_ID_PORT_80_TCP: 'tcp://10.0.0.1:80',
        FIRST_PARTY_ID_PORT_80_TCP_ADDR: '10.0.0.1',
        FIRST_PARTY_ID_BLUE_PORT: 'tcp://10.0.0.2:80',
      },
    ],
  ])('is left alone when it %s', (_, environment) => {
    expect(readEnvironment(environment)).toEqual({});
  });
});
