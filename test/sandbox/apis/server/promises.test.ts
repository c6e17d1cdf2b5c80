import { describe, expect, test } from '@jest/globals';
import { prepareServer } from './run-server-snippet.ts';

const promise = `const promise = require('Promise');\n`;

describe('a promise', () => {
  test.each([
    [`promise.create((yes) => yes(1)).then(log);`, [[1]]],
    [`promise.create((yes, no) => no('bad')).catch(log);`, [['bad']]],
    [
      `promise.create((yes, no) => no('bad')).then(log, (e) => log('second', e));`,
      [['second', 'bad']],
    ],
    [`promise.create((yes) => yes(1)).then((x) => x + 1).then(log);`, [[2]]],
    [
      `promise.create((yes) => yes(1)).then((x) => promise.create((y) => y(x + 5))).then(log);`,
      [[6]],
    ],
    [`promise.create((yes) => yes(promise.create((y) => y(7)))).then(log);`, [[7]]],
    [`promise.create((yes) => { yes(1); yes(2); }).then(log);`, [[1]]],
    [`promise.create((yes, no) => no('x')).catch(() => 'ok').then(log);`, [['ok']]],
    [
      `promise.create((yes) => yes(1)).finally(() => { log('end', arguments.length); return 9; }).then(log);`,
      [['end', 0], [1]],
    ],
    [
      `promise.create((yes, no) => no(3)).finally(() => log('end')).catch((e) => log('still', e));`,
      [['end'], ['still', 3]],
    ],
    [`promise.all([1, promise.create((y) => y(2)), 'c']).then(log);`, [[[1, 2, 'c']]]],
    [`promise.all([]).then(log);`, [[[]]]],
    [`promise.all([promise.create((y, n) => n('no')), 1]).catch(log);`, [['no']]],
    [`promise.create((y) => y()).then('no function').then(log);`, [[undefined]]],
    [`promise.create((y) => y(1)).then(() => log('late')); log('early');`, [['early'], ['late']]],
    [`promise.create(() => { undefined.x; }).catch((e) => log(e.name));`, [['SandboxError']]],
    [
      `promise.create((y) => y(1)).then(() => undefined.x).catch((e) => log(e.name));`,
      [['SandboxError']],
    ],
  ])('of %s logs %j', async (code, logs) => {
    expect(await prepareServer().later(promise + code)).toEqual(logs);
  });

  test('is of the type object, and its methods are not properties', () => {
    const code = `const p = promise.create((y) => y(1));
      return [require('getType')(p), typeof p, p.then, require('Object').keys(p), '' + p];`;
    const expected = ['object', 'object', undefined, [], '[object Object]'];
    expect(prepareServer().run(promise + code)).toEqual(expected);
  });

  test('has no other method', () => {
    expect(() => prepareServer().run(`${promise} promise.create((y) => y(1)).always();`)).toThrow(
      "Object has no 'always' property.",
    );
  });

  test('that nothing settles rejects after five seconds', async () => {
    const server = prepareServer();
    server.run(`${promise} promise.create(() => {}).catch((e) => log(e.reason));`);
    server.page.advance(4999);
    await server.page.drain();
    expect(server.page.logs).toEqual([]);
    server.page.advance(1);
    await server.page.drain();
    expect(server.page.logs).toEqual([['timed_out']]);
  });

  test.each([`create()`, `create(1)`, `all()`, `all(1)`])('throws at Promise.%s', (call) => {
    expect(() => prepareServer().run(`${promise} promise.${call};`)).toThrow('Argument error in');
  });
});

describe('sendHttpRequest', () => {
  const answer = () => Promise.resolve({ statusCode: 201, headers: { 'X-A': 'b' }, body: 'done' });

  test.each([
    [
      `sendHttpRequest')('https://example.com/', { method: 'POST', headers: { a: 1 } }, 'body')`,
      { url: 'https://example.com/', method: 'POST', headers: { a: '1' }, body: 'body' },
    ],
    [
      `sendHttpRequest')('https://example.com/')`,
      { url: 'https://example.com/', method: 'GET', headers: {}, body: undefined },
    ],
    [
      `sendHttpGet')('https://example.com/', { headers: { a: 'b' } })`,
      { url: 'https://example.com/', method: 'GET', headers: { a: 'b' }, body: undefined },
    ],
  ])("require('%s asks the network for %j", async (call, expected) => {
    const asked: unknown[] = [];
    const network = (request: unknown) => {
      asked.push(request);
      return answer();
    };
    const logs = await prepareServer({ network }).later(
      `require('${call}.then((r) => log(r.statusCode, r.headers, r.body));`,
    );
    expect(asked).toEqual([expected]);
    expect(logs).toEqual([[201, { 'x-a': 'b' }, 'done']]);
  });

  const throwing = () => {
    throw new Error('broken');
  };

  test.each([undefined, throwing, () => Promise.reject(new Error('refused'))])(
    'rejects with failed where nothing answers',
    async (network) => {
      const server = prepareServer(network ? { network } : {});
      const code = `require('sendHttpGet')('https://example.com/').catch((e) => log(e.reason));`;
      expect(await server.later(code)).toEqual([['failed']]);
    },
  );

  test('rejects with timed_out when the answer is late', async () => {
    let end: () => void = () => undefined;
    const network = () =>
      new Promise<{ statusCode: number }>((resolve) => {
        end = () => resolve({ statusCode: 200 });
      });
    const server = prepareServer({ network });
    server.run(`require('sendHttpGet')('https://example.com/', { timeout: 100 })
      .catch((e) => log(e.reason));`);
    server.page.advance(100);
    await server.page.drain();
    end();
    expect(server.page.logs).toEqual([['timed_out']]);
  });

  test.each([
    ['sendHttpGet', `'https://example.com/', log`, [[201, { 'X-A': 'b' }, 'done']]],
    [
      'sendHttpRequest',
      `'https://example.com/', log, { method: 'PUT' }, 'x'`,
      [[201, { 'X-A': 'b' }, 'done']],
    ],
  ])('%s takes the older callback', async (api, args, logs) => {
    const server = prepareServer({ network: answer });
    expect(await server.later(`require('${api}')(${args});`)).toEqual(logs);
  });

  test('calls the older callback with the status 0 when it fails', async () => {
    const logs = await prepareServer().later(
      `require('sendHttpGet')('https://example.com/', log);`,
    );
    expect(logs).toEqual([[0, {}, undefined]]);
  });

  test('carries the scopes of getGoogleAuth, which code cannot read', async () => {
    const scopes: unknown[] = [];
    const network = (request: { scopes?: readonly string[] }) => {
      scopes.push(request.scopes);
      return answer();
    };
    const logs = await prepareServer({ network }).later(`
      const auth = require('getGoogleAuth')({ scopes: ['https://example.com/scope'] });
      log(require('Object').keys(auth), auth.scopes);
      require('sendHttpRequest')('https://example.com/', { authorization: auth });`);
    expect(logs).toEqual([[[], undefined]]);
    expect(scopes).toEqual([['https://example.com/scope']]);
  });

  test.each([
    [`sendHttpGet')('https://example.com/')`, 'send_http'],
    [`sendHttpRequest')('https://example.com/')`, 'send_http'],
    [`getGoogleScript')('GTAG')`, 'send_http'],
    [`sendEventToGoogleAnalytics')({})`, 'send_http'],
    [`getGoogleAuth')({ scopes: [] })`, 'use_google_credentials'],
  ])("throws without permission: require('%s", (call, permission) => {
    expect(() => prepareServer({ permissions: [] }).run(`require('${call}`)).toThrow(
      `The requested permission ${permission} is not configured.`,
    );
  });

  test.each([
    `sendHttpGet')()`,
    `sendHttpRequest')(1)`,
    `sendHttpGet')('https://example.com/', 'x')`,
    `getGoogleAuth')()`,
    `getGoogleScript')(1)`,
    `sendEventToGoogleAnalytics')('x')`,
  ])("throws at the wrong arguments of require('%s", (call) => {
    expect(() => prepareServer().run(`require('${call}`)).toThrow('Argument error in');
  });

  test.each([
    [`'GTAG', { id: 'G-1' }`, 'https://www.googletagmanager.com/gtag/js?id=G-1'],
    [`'GTM', { id: 'GTM-1' }`, 'https://www.googletagmanager.com/gtm.js?id=GTM-1'],
    [`'ANALYTICS'`, 'https://www.google-analytics.com/analytics.js'],
  ])('getGoogleScript(%s) fetches %s', async (args, url) => {
    const network = (request: { url: string }) =>
      Promise.resolve({ statusCode: 200, headers: { age: '1' }, body: request.url });
    const code = `require('getGoogleScript')(${args}).then((r) => log(r.script, r.metadata.age));`;
    expect(await prepareServer({ network }).later(code)).toEqual([[url, '1']]);
  });

  test('getGoogleScript refuses an unknown script, and rejects a failed one', async () => {
    expect(() => prepareServer().run(`require('getGoogleScript')('MAPS');`)).toThrow('ANALYTICS');
    const network = () => Promise.resolve({ statusCode: 404 });
    const code = `require('getGoogleScript')('GTM').catch((e) => log(e.reason));`;
    expect(await prepareServer({ network }).later(code)).toEqual([['failed']]);
  });

  test.each([
    [{ location: 'https://example.com/' }, { location: 'https://example.com/' }],
    [{}, {}],
  ])('sendEventToGoogleAnalytics answers the headers %j with %j', async (headers, expected) => {
    const network = () => Promise.resolve({ statusCode: 204, headers });
    const code = `require('sendEventToGoogleAnalytics')({ event_name: 'a' }).then(log);`;
    expect(await prepareServer({ network }).later(code)).toEqual([[expected]]);
  });
});
