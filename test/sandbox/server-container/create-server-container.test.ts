import { describe, expect, test } from '@jest/globals';
import { createServerContainer } from '../../../src/sandbox/server-container/index.ts';
import type { ServerContainerOptions } from '../../../src/sandbox/server-container/index.ts';
import { makeServerTemplate } from './make-server-template.ts';

/** A client that runs the container for one event and answers when its tags have ended. */
const usualClient = `
  require('claimRequest')();
  require('runContainer')({ event_name: 'view', user: { id: 'u1' } }, () => {
    require('setResponseBody')('served'); require('returnResponse')();
  });`;

function createServer(options: ServerContainerOptions = {}) {
  const container = createServerContainer({ nowMillis: () => 1_700_000_000_000, ...options });
  return {
    handle: container.handle,
    variable: (name: string, code: string, fields = {}) => {
      container.addVariable({ name, template: makeServerTemplate('MACRO', code), fields });
    },
    client: (code: string, name?: string, priority?: number) => {
      const template = makeServerTemplate('CLIENT', code);
      container.addClient({
        template,
        ...(name !== undefined && { name }),
        ...(priority !== undefined && { priority }),
      });
    },
    tag: (code: string, event = 'view', fields = {}) => {
      const template = makeServerTemplate('TAG', code);
      container.addTag({ template, fields, firesOn: (name) => name === event });
      return template;
    },
    container,
  };
}

const request = { url: 'https://server.example.com/collect?x=1' };
const textOf = (body: Uint8Array) => new TextDecoder().decode(body);

describe('a server container', () => {
  test('runs the client, then the tags of its event, then answers', async () => {
    const { handle, client, tag } = createServer();
    client(usualClient, 'Usual');
    tag(`log(require('getEventData')('user.id'), require('getClientName')(), data.gtmEventId);
      require('setResponseHeader')('x-tag', 'yes'); data.gtmOnSuccess();`);
    const { body, logs, ...result } = await handle(request);
    expect(textOf(body)).toBe('served');
    expect(logs).toEqual([['u1', 'Usual', 1]]);
    expect(result).toEqual({
      status: 200,
      headers: [['x-tag', 'yes']],
      pixels: [],
      claimedBy: 'Usual',
      errors: [],
      events: [
        {
          name: 'view',
          data: { event_name: 'view', user: { id: 'u1' } },
          tags: [{ id: '1', status: 'success', executionTime: 0 }],
        },
      ],
    });
  });

  test('asks the clients by priority until one claims', async () => {
    const { handle, client } = createServer();
    client(`log('low'); require('claimRequest')(); require('returnResponse')();`, 'Low', 1);
    client(`log('broken'); undefined.x;`, 'Broken', 9);
    client(`log('not mine');`, 'Other', 8);
    client(`log('high'); require('claimRequest')(); require('returnResponse')();`, 'High', 5);
    const { claimedBy, logs, errors } = await handle(request);
    expect([claimedBy, logs]).toEqual(['High', [['broken'], ['not mine'], ['high']]]);
    expect(errors).toEqual([expect.stringContaining('client (2:')]);
  });

  test('answers with an error when nobody claims, or nobody returns a response', async () => {
    const unclaimed = createServer();
    unclaimed.client(`log('no');`);
    expect((await unclaimed.handle(request)).status).toBe(400);
    const silent = createServer();
    silent.client(`require('claimRequest')();`);
    expect(await silent.handle(request)).toMatchObject({ status: 500, claimedBy: 'client' });
  });

  test('lets a client claim until it returns, and nobody else', async () => {
    const { handle, client, tag } = createServer();
    client(`require('callLater')(() => require('claimRequest')());`, 'Late', 2);
    client(usualClient, 'Usual');
    tag(`require('claimRequest')();`);
    const { claimedBy, events } = await handle(request);
    expect(claimedBy).toBe('Usual');
    expect(events[0]?.tags).toEqual([
      {
        id: '1',
        status: 'exception',
        executionTime: 0,
        message: 'tag (2:1): claimRequest works in a client only.',
      },
    ]);
  });

  test('takes the container’s own path off the path of the request', async () => {
    const { handle, client } = createServer({ url: 'https://example.com/analytics' });
    client(`require('claimRequest')(); log(require('getRequestPath')());`);
    const { logs } = await handle({ url: 'https://example.com/analytics/foo?a=1' });
    expect(logs).toEqual([['/foo']]);
  });

  test('ends each tag by its first callback, by an exception, or not at all', async () => {
    const { handle, client, tag } = createServer();
    client(usualClient);
    tag(`data.gtmOnFailure(); data.gtmOnSuccess();`);
    tag(`undefined.x;`);
    tag(`require('Promise').create((yes) => yes()).then(data.gtmOnSuccess);`);
    tag(`log('other event');`, 'other');
    const { events } = await handle(request);
    expect(events[0]?.tags.map(({ id, status }) => [id, status])).toEqual([
      ['2', 'exception'],
      ['1', 'failure'],
      ['3', 'success'],
    ]);
  });

  test('waits in vain for a tag that calls neither callback', async () => {
    const { handle, client, tag } = createServer();
    client(usualClient);
    tag(`log('pending');`);
    expect(await handle(request)).toMatchObject({ status: 500, events: [{ tags: [] }] });
  });

  test('runs the container once for each event, and again when a tag asks for it', async () => {
    const { handle, client, tag } = createServer();
    client(`require('claimRequest')(); const run = require('runContainer');
      run({ event_name: 'a' }, () => log('a done'), () => log('a starts'));
      run({ event_name: 'b' }, () => { log('b done'); require('returnResponse')(); });`);
    tag(`require('runContainer')({ event_name: 'inner' }, data.gtmOnSuccess);`, 'b');
    tag(`log('inner', require('getAllEventData')()); data.gtmOnSuccess();`, 'inner');
    const { logs, events, status } = await handle(request);
    expect(events.map(({ name }) => name)).toEqual(['a', 'b', 'inner']);
    expect(logs).toEqual([
      ['a starts'],
      ['inner', { event_name: 'inner' }],
      ['a done'],
      ['b done'],
    ]);
    expect(status).toBe(200);
  });

  test('ties an API to an event with bindToEvent', async () => {
    const { handle, client, tag } = createServer();
    client(`require('claimRequest')(); const add = require('addEventCallback');
      add(() => log('never'));
      require('runContainer')({ event_name: 'view' }, (bind) => {
        log(bind(require('getEventData'))('event_name'), require('getEventData')('event_name'));
      }, (bind) => bind(add)((id, event) => log(id, event.tags)));`);
    tag('data.gtmOnSuccess();');
    const { logs } = await handle(request);
    expect(logs).toEqual([
      ['GTM-TEST', [{ id: '1', status: 'success', executionTime: 0 }]],
      ['view', undefined],
    ]);
  });

  test('refuses to bind what is no function', async () => {
    const { handle, client } = createServer();
    client(`require('claimRequest')();
      require('runContainer')({}, () => {}, (bind) => bind('getEventData'));`);
    expect((await handle(request)).errors[0]).toContain('bindToEvent takes a function.');
  });

  test('puts variables into the fields of tags and of other variables', async () => {
    const { handle, client, tag, variable } = createServer();
    client(usualClient);
    variable('user', `return require('getEventData')('user');`);
    variable('greeting', `return 'hi ' + data.name;`, { name: '{{name}}' });
    variable('name', `return 'Ann';`);
    variable('broken', `undefined.x;`);
    tag(`log(data.a, data.b, data.c, data.d, data.e); data.gtmOnSuccess();`, 'view', {
      a: '{{user}}',
      b: ['{{greeting}}, you'],
      c: [{ row: '{{name}}' }],
      d: '{{broken}}',
      e: '{{missing}}',
    });
    const { logs } = await handle(request);
    expect(logs).toEqual([[{ id: 'u1' }, ['hi Ann, you'], [{ row: 'Ann' }], false, undefined]]);
  });

  test('waits for variables that return a promise before the tag runs', async () => {
    const network = () => Promise.resolve({ statusCode: 200, body: '1.5' });
    const { handle, client, tag, variable } = createServer({ network });
    client(usualClient);
    variable('rate', `return require('sendHttpGet')('https://a.com/').then((r) => r.body);`);
    variable('double', `return data.rate * 2;`, { rate: '{{rate}}' });
    variable('bad', `return require('Promise').create((yes, no) => no());`);
    variable('itself', `return data.x;`, { x: '{{itself}}' });
    tag(`log(data.a, data.b, data.c, data.d); data.gtmOnSuccess();`, 'view', {
      a: '{{rate}}',
      b: '{{double}}',
      c: '{{bad}}',
      d: '{{itself}}',
    });
    const { logs, status } = await handle(request);
    expect([logs, status]).toEqual([[['1.5', 3, false, undefined]], 200]);
  });

  test('carries messages from a tag back to the client', async () => {
    const { handle, client, tag } = createServer();
    client(`require('addMessageListener')('news', (type, message) => log(type, message));
      ${usualClient}`);
    tag(`require('sendMessage')('news', { from: 'tag' }); data.gtmOnSuccess();`);
    expect((await handle(request)).logs).toEqual([['news', { from: 'tag' }]]);
  });

  test('keeps template data and stores from request to request', async () => {
    const { handle, client } = createServer();
    client(`require('claimRequest')(); const storage = require('templateDataStorage');
      const seen = storage.getItemCopy('seen') || 0; storage.setItemCopy('seen', seen + 1);
      log(seen, require('getTimestampMillis')()); require('returnResponse')();`);
    expect((await handle(request)).logs).toEqual([[0, 1_700_000_000_000]]);
    expect((await handle(request)).logs).toEqual([[1, 1_700_000_000_000]]);
  });

  test('rejects a promise that nothing settles, without waiting for it really', async () => {
    const { handle, client } = createServer();
    client(`require('claimRequest')(); require('Promise').create(() => {}).catch((e) => {
      require('setResponseBody')(e.reason); require('returnResponse')(); });`);
    expect(textOf((await handle(request)).body)).toBe('timed_out');
  });

  test('ends a template that goes on for too long', async () => {
    const { handle, client, tag } = createServer({ stepBudget: 1000 });
    client(usualClient);
    tag(`while (true) {}`);
    client(`while (true) {}`, 'Endless', 5);
    const { events, errors } = await handle(request);
    expect(events[0]?.tags[0]).toMatchObject({ status: 'exception' });
    expect(errors[0]).toContain('The step budget of 1000');
  });

  test('gives each request its own cookies, several lines where there are several', async () => {
    const { handle, client } = createServer();
    client(`require('claimRequest')(); const set = require('setCookie');
      set('a', require('getCookieValues')('id')[0] || 'none'); set('b', '2'); require('returnResponse')();`);
    const first = await handle({ ...request, headers: { Cookie: 'id=x' } });
    const second = await handle(request);
    expect(first.headers).toEqual([
      ['set-cookie', 'a=x'],
      ['set-cookie', 'b=2'],
    ]);
    expect(second.headers[0]).toEqual(['set-cookie', 'a=none']);
  });
});
