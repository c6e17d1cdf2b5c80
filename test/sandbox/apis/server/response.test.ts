import { describe, expect, test } from '@jest/globals';
import { prepareServer } from './run-server-snippet.ts';

const decoder = new TextDecoder();

describe('a response', () => {
  test('has the status 200, no headers and an empty body unless set', () => {
    const { run, response } = prepareServer();
    run(`require('returnResponse')();`);
    expect(response()?.sent).toEqual({
      status: 200,
      headers: [],
      body: new Uint8Array(0),
      pixels: [],
    });
  });

  test('keeps headers in small letters, the last value of each, and drops those set to null', () => {
    const { run, response } = prepareServer();
    run(`const set = require('setResponseHeader');
      set('X-A', '1'); set('x-a', '2'); set('X-B', 'b'); set('x-b', null); set('X-C', 'c'); set('X-C');
      require('setResponseStatus')(201); require('setResponseBody')('é'); require('returnResponse')();
      set('x-late', '1'); require('setResponseStatus')(500);`);
    const sent = response()?.sent;
    expect([sent?.status, sent?.headers]).toEqual([201, [['x-a', '2']]]);
    expect(decoder.decode(sent?.body)).toBe('é');
  });

  test.each([
    ['ascii', 'abc', [97, 98, 99]],
    ['base64', 'YWJj', [97, 98, 99]],
    ['binary', 'ÿ', [255]],
    ['hex', '6162', [97, 98]],
    ['latin1', 'é', [233]],
    ['ucs2', 'ab', [97, 0, 98, 0]],
    ['utf16le', 'ā', [1, 1]],
    ['utf8', 'é', [195, 169]],
  ])('encodes the body as %s', (encoding, body, bytes) => {
    const { run, response } = prepareServer();
    run(`require('setResponseBody')('${body}', '${encoding}');`);
    expect([...(response()?.body ?? [])]).toEqual(bytes);
  });

  test('refuses an encoding that there is not', () => {
    expect(() => prepareServer().run(`require('setResponseBody')('x', 'utf7');`)).toThrow('utf7');
  });

  test('of setPixelResponse is a GIF that is not kept', () => {
    const { run, response } = prepareServer();
    run(`require('setResponseStatus')(404); require('setPixelResponse')();`);
    expect(response()?.status).toBe(200);
    expect(response()?.headers.get('content-type')).toBe('image/gif');
    expect(response()?.headers.get('cache-control')).toContain('no-cache');
    expect(decoder.decode(response()?.body.slice(0, 6))).toBe('GIF89a');
  });

  test('tells the browser to load pixels only when the request asks for commands', () => {
    const code = `return require('sendPixelFromBrowser')('https://example.com/p.gif');`;
    expect(prepareServer().run(code)).toBe(false);
    const server = prepareServer({ request: { url: '/', acceptsCommands: true } });
    expect(server.run(code)).toBe(true);
    expect(server.response()?.pixels).toEqual(['https://example.com/p.gif']);
    expect(server.run(`require('returnResponse')(); ${code}`)).toBe(false);
  });

  test.each([
    [`setResponseBody')('x')`, 'access_response'],
    [`setResponseHeader')('x', 'y')`, 'access_response'],
    [`setResponseStatus')(200)`, 'access_response'],
    [`setPixelResponse')()`, 'access_response'],
    [`returnResponse')()`, 'return_response'],
    [`runContainer')({})`, 'run_container'],
    [`sendPixelFromBrowser')('https://example.com/')`, 'send_pixel_from_browser'],
    [`setCookie')('a', 'b')`, 'set_cookies'],
    [`getCookieValues')('a')`, 'get_cookies'],
    [`getClientName')()`, 'read_container_data'],
    [`getContainerVersion')()`, 'read_container_data'],
  ])("needs for require('%s the permission %s", (call, permission) => {
    expect(() => prepareServer({ permissions: [] }).run(`require('${call}`)).toThrow(
      `The requested permission ${permission} is not configured.`,
    );
  });

  test.each([
    `setResponseBody')(1)`,
    `setResponseHeader')(1, 'x')`,
    `setResponseStatus')('200')`,
    `runContainer')('event')`,
    `runContainer')({}, 1)`,
    `sendPixelFromBrowser')()`,
    `setCookie')('a')`,
    `setCookie')('a', 1)`,
  ])("throws at the wrong arguments of require('%s", (call) => {
    expect(() => prepareServer().run(`require('${call}`)).toThrow('Argument error in');
  });
});

describe('setCookie of a server', () => {
  const request = { url: 'https://a.shop.example.co.uk/', headers: {} };

  test.each([
    [`'id', 'a b'`, 'id=a%20b'],
    [`'id', 'a b', {}, true`, 'id=a b'],
    [`'id', '1', { path: '/', domain: 'auto' }`, 'id=1; Domain=example.co.uk; Path=/'],
    [`'id', '1', { domain: 'example.org' }`, 'id=1; Domain=example.org'],
    [
      `'id', '1', { 'max-age': 60, expires: 'X', sameSite: 'lax', secure: true, httpOnly: true }`,
      'id=1; Expires=X; Max-Age=60; SameSite=lax; Secure; HttpOnly',
    ],
    [`'id', '1', { samesite: 'lax', maxAge: 1 }`, 'id=1'],
  ])('(%s) prints %s', (args, line) => {
    const { run, response } = prepareServer({ request });
    run(`require('setCookie')(${args});`);
    expect([...(response()?.cookies.values() ?? [])]).toEqual([line]);
  });

  test.each([
    [{ Forwarded: 'host=www.one.com' }, 'one.com'],
    [{ 'X-Forwarded-Host': 'www.two.com' }, 'two.com'],
    [{ Host: '127.0.0.1' }, 'fallback.com'],
  ])('with the domain auto and the headers %j takes %s', (headers, domain) => {
    const { run, response } = prepareServer({ request: { url: '/', headers } });
    run(`require('setCookie')('a', '1', { domain: 'auto', fallbackDomain: 'fallback.com' });`);
    expect(response()?.cookies.get('a')).toBe(`a=1; Domain=${domain}`);
  });

  test('replaces a cookie of the same name, whatever its letters', () => {
    const { run, response } = prepareServer();
    run(`const set = require('setCookie'); set('Id', '1'); set('id', '2');`);
    expect([...(response()?.cookies.values() ?? [])]).toEqual(['id=2']);
  });
});
