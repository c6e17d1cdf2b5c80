import { describe, expect, test } from '@jest/globals';
import { createContainer } from '../../../src/sandbox/container/index.ts';
import { createSite, makeTemplate } from './site.ts';

describe('the order of events', () => {
  test('inserts the first two events in front of the first message with an event', () => {
    const site = createSite();
    const events = ['gtm.init_consent', 'gtm.init', 'gtm.js', 'early', 'late'];
    for (const event of events) site.tag(`log('${event}', data.gtmEventId)`, event);
    site.dataLayer.push({ plain: 1 }, { event: 'early' });
    site.start();
    site.dataLayer.push({ event: 'late' });
    expect(site.page.logs).toEqual([
      ['gtm.init_consent', 2],
      ['gtm.init', 3],
      ['early', 4],
      ['gtm.js', 5],
      ['late', 6],
    ]);
  });

  test('pushes gtm.js only when the page has not', () => {
    const site = createSite();
    site.tag(`log('js')`, 'gtm.js');
    site.dataLayer.push({ 'gtm.start': 1, event: 'gtm.js' });
    site.start();
    site.start();
    expect(site.page.logs).toEqual([['js']]);
    expect(site.dataLayer).toHaveLength(1);
  });

  test('fires tags in the order they were added', () => {
    const site = createSite();
    for (const name of ['a', 'b', 'c']) site.tag(`log('${name}')`, 'gtm.js');
    site.start();
    expect(site.page.logs).toEqual([['a'], ['b'], ['c']]);
  });

  test('processes what a tag pushes after the event', () => {
    const site = createSite();
    site.tag(`require('createQueue')('dataLayer')({ event: 'next' }); log('first')`, 'gtm.js');
    site.tag(`log('second')`, 'gtm.js');
    site.tag(`log('next')`, 'next');
    site.start();
    expect(site.page.logs).toEqual([['first'], ['second'], ['next']]);
  });

  test('fires tags on gtag events, and on no array with the same content', () => {
    const site = createSite();
    site.tag(`log('signup')`, 'signup');
    site.start();
    site.dataLayer.push(['event', 'signup']);
    site.gtag('event', 'signup');
    expect(site.page.logs).toEqual([['signup']]);
  });

  test('uses the data layer of another name', () => {
    const site = createSite({ dataLayerName: 'layer' });
    site.tag(`log('x')`, 'x');
    site.start();
    (site.page.window['layer'] as unknown[]).push({ event: 'x' });
    site.dataLayer.push({ event: 'x' });
    expect(site.page.logs).toEqual([['x']]);
  });

  test('lets two containers work on one data layer', () => {
    const site = createSite();
    const other = createContainer({ page: site.page, containerId: 'GTM-OTHER' });
    site.tag(`log('one')`, 'x');
    other.addTag({ template: makeTemplate(`log('two')`), fields: {}, firesOn: (e) => e === 'x' });
    site.start();
    other.start();
    site.dataLayer.push({ event: 'x' });
    expect(site.page.logs).toEqual([['one'], ['two']]);
  });
});

describe('the data layer', () => {
  test('gets an own push that answers true', () => {
    const site = createSite();
    site.start();
    expect(Object.keys(site.dataLayer)).toContain('push');
    expect(site.dataLayer.push({})).toBe(true);
  });

  test('is pruned from the front', () => {
    const site = createSite();
    site.start();
    for (let n = 1; n <= 1001; n += 1) site.dataLayer.push({ n });
    expect(site.dataLayer).toHaveLength(1000);
    expect(site.dataLayer[0]).toMatchObject({ n: 2 });
  });

  test('stores what sandboxed code pushes so that copies lack it, and processes it', () => {
    const site = createSite();
    site.tag(
      `const copy = require('copyFromWindow')('dataLayer');
       log(copy.push({ event: 'x' }), copy.length);
       require('callInWindow')('gtag', 'consent', 'update', { ad_storage: 'denied' });
       const later = require('copyFromWindow')('dataLayer');
       log(later.length, later[1], later[2]);`,
      'gtm.js',
    );
    site.tag(`log('x', require('isConsentGranted')('ad_storage'))`, 'x');
    site.dataLayer.push({ 'gtm.start': 1, event: 'gtm.js' });
    site.start();
    site.dataLayer.push({ event: 'x' });
    expect(site.page.logs).toEqual([
      [true, 1],
      [3, undefined, undefined],
      ['x', true],
      ['x', false],
    ]);
  });

  test.each([
    [`'a.b'`, 2],
    [`'a'`, { b: 2, c: 3 }],
    [`'list'`, [9, 2]],
    [`'list', 1`, [9]],
    [`'a', 1`, { c: 3 }],
    [`'a.b', 1`, 2],
    [`'none.x'`, false],
    [`'missing.x'`, undefined],
    [`'gtm.uniqueEventId'`, 6],
    [`'gtm.start'`, 1_700_000_000_000],
    [`'node'`, undefined],
  ])('answers copyFromDataLayer(%s)', (args, expected) => {
    const site = createSite();
    site.dataLayer.push({ a: { b: 1 }, list: [1, 2], none: null, node: new Date() }, { 'a.b': 2 });
    site.tag(`log(require('copyFromDataLayer')(${args}))`, 'gtm.js');
    site.dataLayer.push({ a: { c: 3 }, list: [9] });
    site.start();
    const [[value] = []] = site.page.logs;
    expect(value).toEqual(expected);
  });

  test('gets what gtagSet says after the event', () => {
    const site = createSite();
    site.tag(
      `require('gtagSet')({ theme: 'dark' }); log(require('copyFromDataLayer')('theme'))`,
      'gtm.init',
    );
    site.tag(`log(require('copyFromDataLayer')('theme'))`, 'gtm.js');
    site.start();
    expect(site.page.logs).toEqual([[undefined], ['dark']]);
  });

  test('survives whatever the page pushes', () => {
    const site = createSite();
    site.tag(`log('x')`, 'x');
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const hostile = {
      get event(): string {
        throw new Error('no');
      },
    };
    const refuse = () => {
      throw new Error('no');
    };
    const pushed = [null, 5, cyclic, hostile, Object.create(null), Object.freeze({ a: 1 }), refuse];
    site.dataLayer.push(...pushed);
    site.start();
    site.dataLayer.push(...pushed);
    site.dataLayer.push({ event: 'x' });
    expect(site.page.logs).toEqual([['x']]);
  });
});

describe('data', () => {
  test('has the fields in their order, then what the container adds', () => {
    const site = createSite();
    const template = makeTemplate(`log(require('Object').keys(data), data.when, data.rows[0].k)`);
    site.addTemplate(template, { when: new Date(), rows: [{ k: 1 }] }, 'gtm.js');
    site.start();
    expect(site.page.logs).toEqual([
      [['when', 'rows', 'gtmOnSuccess', 'gtmOnFailure', 'gtmTagId', 'gtmEventId'], undefined, 1],
    ]);
  });

  test('is fresh at each run and does not reach the caller', () => {
    const site = createSite();
    const fields = { rows: [1] };
    const template = makeTemplate(`data.rows.push(2); log(data.rows.length)`);
    site.addTemplate(template, fields, 'x');
    site.start();
    site.dataLayer.push({ event: 'x' });
    site.dataLayer.push({ event: 'x' });
    expect(site.page.logs).toEqual([[2], [2]]);
    expect(fields.rows).toEqual([1]);
  });
});

describe('the end of a tag', () => {
  test.each([
    [`data.gtmOnSuccess()`, ['success']],
    [`data.gtmOnFailure(); data.gtmOnSuccess()`, ['failure']],
    [`data.gtmOnSuccess(); data.gtmOnSuccess()`, ['success']],
    [`log(1)`, []],
    [`undefined.x`, ['exception']],
    [`data.gtmOnSuccess(); undefined.x`, ['exception']],
    [`require('setCookie')('a', 'b')`, ['exception']],
    [`require('noSuchApi')`, ['exception']],
    [`require('callInWindow')('broken')`, ['exception']],
    [`require('callLater')(() => { data.gtmOnSuccess(); })`, ['success']],
    [`require('callLater')(() => { undefined.x; }); data.gtmOnSuccess()`, ['success']],
  ])('%s gives %j', async (code, expected) => {
    const site = createSite();
    site.page.window['broken'] = () => {
      throw new Error('from the page');
    };
    site.tag(code, 'gtm.js');
    site.start();
    await site.page.drain();
    expect(site.statuses.map(({ status }) => status)).toEqual(expected);
    expect(site.page.errors).toEqual([]);
  });

  test('arrives by setTimeout', async () => {
    const site = createSite();
    site.tag(`data.gtmOnSuccess()`, 'gtm.js');
    site.start();
    expect(site.statuses).toEqual([]);
    await site.page.drain();
    expect(site.statuses).toEqual([{ tagId: '1', event: 'gtm.js', status: 'success' }]);
  });

  test('by an exception has its place, and other tags still run', () => {
    const site = createSite();
    site.tag(`undefined.x`, 'gtm.js');
    site.tag(`log('still')`, 'gtm.js');
    site.start();
    expect(site.statuses[0]?.message).toMatch(/^Tag \(2:\d+\): /);
    expect(site.page.logs).toEqual([['still']]);
  });

  test('is told to addEventCallback when all tags of the event have ended', async () => {
    const site = createSite();
    site.tag(
      `require('addEventCallback')((id, event) => log(id, event.tags)); data.gtmOnSuccess()`,
      'gtm.js',
    );
    site.tag(`undefined.x`, 'gtm.js');
    site.start();
    await site.page.drain();
    expect(site.page.logs).toEqual([
      [
        'GTM-TEST',
        [
          { id: '2', status: 'exception', executionTime: 0 },
          { id: '1', status: 'success', executionTime: 0 },
        ],
      ],
    ]);
  });
});

test('code that Google refuses is refused when the tag is added', () => {
  expect(() => createSite().tag(`new Date()`)).toThrow('Tag (2:1)');
});

test('templateStorage is shared by the tags of one template only', () => {
  const site = createSite();
  const code = `const s = require('templateStorage');
    s.setItem('n', (s.getItem('n') || 0) + 1); log(s.getItem('n'))`;
  const template = site.tag(code, 'gtm.js');
  site.addTemplate(template, {}, 'gtm.js');
  site.tag(code, 'gtm.js');
  site.start();
  expect(site.page.logs).toEqual([[1], [2], [1]]);
});
