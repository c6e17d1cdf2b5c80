import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { apiNamesOf } from '../../../../src/sandbox/apis/apis-of.ts';
import { digestSha256, signSha256 } from '../../../../src/sandbox/apis/server/sha256-digest.ts';
import { grant } from '../../permissions/grant.ts';
import { runSnippet } from '../run-snippet.ts';
import { prepareServer } from './run-server-snippet.ts';

describe('an API of server templates', () => {
  test.each([
    [`sha256Sync')('abc')`, 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
    [
      `sha256Sync')('abc', { outputEncoding: 'hex' })`,
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
    [`toBase64')('a?>b~ÿ')`, 'YT8+Yn7Dvw=='],
    [`toBase64')('a?>b~ÿ', { urlEncoding: true })`, 'YT8-Yn7Dvw'],
    [`computeEffectiveTldPlusOne')('https://a.b.example.co.uk/x')`, 'example.co.uk'],
    [`computeEffectiveTldPlusOne')('www.example.com')`, 'example.com'],
    [`computeEffectiveTldPlusOne')('foo.github.io')`, 'foo.github.io'],
    [`computeEffectiveTldPlusOne')('localhost')`, ''],
    [`computeEffectiveTldPlusOne')('127.0.0.1')`, ''],
    [`computeEffectiveTldPlusOne')('')`, ''],
    [`computeEffectiveTldPlusOne')(null)`, null],
    [`computeEffectiveTldPlusOne')()`, undefined],
    [`getContainerVersion')().containerId`, 'GTM-TEST'],
    [`queryPermission')('read_event_data', 'x')`, true],
    [`queryPermission')('use_message', 'send', 'other')`, false],
    [`parseUrl')('https://a.example/?b=1').searchParams.b`, '1'],
  ])("answers require('%s as %j", (call, expected) => {
    expect(prepareServer().run(`return require('${call};`)).toEqual(expected);
  });

  test.each(['copyFromWindow', 'localStorage', 'templateStorage', 'sendPixel', 'isConsentGranted'])(
    '%s of the web cannot be required',
    (name) => {
      const require = `require('${name}');`;
      expect(() => prepareServer().run(require)).toThrow(`${name} is not a valid API name.`);
      expect(apiNamesOf('WEB').has(name)).toBe(true);
      expect(apiNamesOf('SERVER').has(name)).toBe(false);
    },
  );

  test.each(['claimRequest', 'Promise', 'Firestore', 'createRegex', 'sha256Sync', 'getEventData'])(
    '%s cannot be required in the web',
    (name) => {
      expect(() => runSnippet(`require('${name}');`)).toThrow(`${name} is not a valid API name.`);
      expect(apiNamesOf('SERVER').has(name)).toBe(true);
    },
  );

  test('of the same name need not be the same: sha256 takes its options third', async () => {
    const logs = await prepareServer().later(`
      require('sha256')('abc', log, { outputEncoding: 'hex' }); log('first');
      require('sha256')('abc', log, () => {}, { outputEncoding: 'base64' });`);
    expect(logs).toEqual([
      ['first'],
      ['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
      ['ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
    ]);
  });
});

describe('hmacSha256', () => {
  const keys = { key1: Buffer.from('secret').toString('base64') };
  const sign = (encoding: 'base64' | 'base64url' | 'hex') =>
    createHmac('sha256', 'secret').update('data').digest(encoding);

  test.each([
    [``, sign('base64url')],
    [`, { outputEncoding: 'base64' }`, sign('base64')],
    [`, { outputEncoding: 'hex' }`, sign('hex')],
  ])('signs with the caller’s key and the options %s', (options, expected) => {
    const { run } = prepareServer({ keys });
    expect(run(`return require('hmacSha256')('data', 'key1'${options});`)).toBe(expected);
  });

  test.each([
    [`'data', 'key1', { outputEncoding: 'rot13' }`, 'rot13'],
    [`'data', 'key2'`, 'Prohibited private key: key2.'],
    [`'data'`, 'Argument error'],
    [`1, 'key1'`, 'Argument error'],
  ])('throws at (%s)', (args, message) => {
    expect(() => prepareServer({ keys }).run(`require('hmacSha256')(${args});`)).toThrow(message);
  });

  test('throws for a key that the server does not have', () => {
    expect(() => prepareServer().run(`require('hmacSha256')('a', 'key1');`)).toThrow('no key key1');
  });

  test('and sha256Sync compute what Node computes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 100 }),
        (data, key) => {
          expect(Buffer.from(digestSha256(data))).toEqual(
            createHash('sha256').update(data).digest(),
          );
          const expected = createHmac('sha256', key).update(data).digest();
          expect(Buffer.from(signSha256(data, key))).toEqual(expected);
        },
      ),
    );
  });
});

describe('createRegex', () => {
  const regex = `const regex = require('createRegex'); const test = require('testRegex');\n`;

  test.each([
    [`return test(regex('^a+$'), 'aaa');`, true],
    [`return test(regex('^A+$'), 'aaa');`, false],
    [`return test(regex('^A+$', 'i'), 'aaa');`, true],
    [`return test(regex('(?i)^A+$'), 'aaa');`, true],
    [`return test(regex('a', 'mxu'), 'A');`, false],
    [
      `const r = regex('a', 'g'); return [test(r, 'aa'), test(r, 'aa'), test(r, 'aa')];`,
      [true, true, false],
    ],
    [`return regex('(');`, null],
    [`return regex('(?=a)');`, null],
    [`return regex('(?<!a)b');`, null],
    [`return regex('(a)\\\\1');`, null],
    [`return test(regex('\\\\\\\\1'), '\\\\1');`, true],
    [`return 'a1b2'.match(regex('[0-9]', 'g'));`, ['1', '2']],
    [`return 'a1b2'.match(regex('x'));`, null],
    [`return 'a1b2'.replace(regex('[0-9]', 'g'), '-');`, 'a-b-'],
    [`return 'a1b2'.replace(regex('[0-9]', 'g'), (d) => d + d);`, 'a11b22'],
    [`return 'a1b2'.replace(regex('([a-z])([0-9])', 'g'), '$2$1');`, '1a2b'],
    [`return 'a1b2'.search(regex('[0-9]'));`, 1],
    [`return 'a1b2c'.split(regex('[0-9]'));`, ['a', 'b', 'c']],
    [`return 'ab'.match(regex('(?P<x>b)'))[0];`, 'b'],
    [
      `return [require('getType')(regex('a')), require('Object').keys(regex('a'))];`,
      ['object', []],
    ],
  ])('%s answers %j', (code, expected) => {
    expect(prepareServer().run(regex + code)).toEqual(expected);
  });

  test.each([`regex()`, `regex(1)`, `test(regex('a'))`, `test('a', 'a')`])(
    'throws at %s',
    (call) => {
      expect(() => prepareServer().run(`${regex} ${call};`)).toThrow('Argument error');
    },
  );

  test('is the only source of what testRegex takes', () => {
    expect(() => prepareServer().run(`${regex} test({}, 'a');`)).toThrow(
      'what createRegex answered',
    );
  });
});

describe('event data', () => {
  const eventData = { event_name: 'buy', user: { id: 'x', list: [{ a: 1 }] }, 'x-y': 2 };

  test.each([
    [`getEventData')('event_name')`, 'buy'],
    [`getEventData')('user.list.0.a')`, 1],
    [`getEventData')('user.none.deep')`, undefined],
    [`getEventData')('x-y')`, 2],
    [`getAllEventData')()`, eventData],
  ])("of require('%s is %j", (call, expected) => {
    expect(prepareServer({ eventData }).run(`return require('${call};`)).toEqual(expected);
  });

  test('is a copy each time', () => {
    const code = `const get = require('getAllEventData'); get().user.id = 'y';
      require('getEventData')('user').id = 'z'; return get().user.id;`;
    expect(prepareServer({ eventData }).run(code)).toBe('x');
  });

  test('is read as far as the key patterns go', () => {
    const permissions = [
      grant('read_event_data', { eventDataAccess: 'specific', keyPatterns: ['user.*'] }),
    ];
    const { run } = prepareServer({ eventData, permissions });
    expect(run(`return require('getEventData')('user.id');`)).toBe('x');
    expect(() => run(`require('getEventData')('event_name');`)).toThrow(
      'Prohibited read of event data: event_name.',
    );
    expect(() => run(`require('getAllEventData')();`)).toThrow('the whole');
    expect(() => prepareServer().run(`require('getEventData')(1);`)).toThrow('Argument error');
  });
});

describe('messages', () => {
  const apis = `const add = require('addMessageListener'); const has = require('hasMessageListener');
    const send = require('sendMessage');\n`;

  test('reach the listeners of their type at once, as copies', async () => {
    const logs = await prepareServer().later(`${apis}
      log(has('news')); add('news', (type, message) => { log(type, message); message.a = 2; });
      add('news', () => { undefined.x; }); add('news', (type, message) => log('second', message.a));
      log(has('news')); const sent = { a: 1 }; send('news', sent); log('after', sent.a);`);
    expect(logs).toEqual([[false], [true], ['news', { a: 1 }], ['second', 1], ['after', 1]]);
  });

  test('that are no objects go nowhere', async () => {
    const code = `${apis} add('news', log); send('news', 'text'); send('news'); send('news', null);`;
    expect(await prepareServer().later(code)).toEqual([]);
  });

  test.each([`add('other', () => {})`, `has('other')`, `send('other', {})`])(
    'need the permission for their type: %s',
    (call) => {
      expect(() => prepareServer().run(`${apis} ${call};`)).toThrow('Prohibited message');
    },
  );

  test.each([`add('news')`, `add('news', 1)`, `has()`, `send()`])('throw at %s', (call) => {
    expect(() => prepareServer().run(`${apis} ${call};`)).toThrow('Argument error');
  });
});
