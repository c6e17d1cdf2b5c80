import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createContainer, createMemoryPage } from '../../src/sandbox/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';

const { template } = parseTemplate(readFileSync('template/first-party-id-variable.tpl', 'utf8'));
const [part] = template.parameters;
const parts = part?.type === 'SELECT' ? part.selectItems.map(({ value }) => String(value)) : [];

/** What every part says on a page whose `window.firstPartyId` is this; a variable that throws says false. */
function readAll(shared: unknown, cookie = '', fields: Record<string, unknown> = {}) {
  const page = createMemoryPage({ url: 'https://www.example.com/' });
  if (shared !== undefined) page.window['firstPartyId'] = shared;
  if (cookie !== '') page.window.document.cookie = cookie;
  const container = createContainer({ page });
  const said: Record<string, unknown> = {};
  for (const name of parts) {
    container.addVariable({ name, template, fields: { propertyIds: 'P', ...fields, part: name } });
  }
  container.addTag({
    template: { ...template, code: 'data.gtmOnSuccess();', permissions: [] },
    fields: {},
    firesOn: (_event, read) => {
      for (const name of parts) said[name] = read(name);
      return false;
    },
  });
  container.start();
  return said;
}

/** An object without a prototype: copying it whole would throw. */
const bare = (values: object): object => Object.assign(Object.create(null), values);

describe('the variable does not throw', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['a text', 'text'],
    ['a list', [1, 2]],
    ['a function', () => 1],
    ['an object without a prototype', bare({ version: 2, clientId: bare({}) })],
    [
      'parts of other types',
      { version: 2, clientId: 5, reasons: 'a', snowplow: 5, treasureData: 'x' },
    ],
    ['null for a format', { version: 2, snowplow: null, treasureData: null }],
    ['lists and objects as parts', { version: 2, clientId: [], sessionId: {}, consent: { a: 1 } }],
    ['an instance of a class', new Map([['version', 2]])],
    ['another version', { version: 99, clientId: 'x' }],
  ])('when the page object is %s', (_, shared) => {
    const { isNewSession, engaged, ...said } = readAll(shared);
    expect(Object.values(said)).not.toContain(false);
    expect([isNewSession, engaged]).toEqual([undefined, undefined]);
  });

  test.each([
    ['_d8a=%E0%A4%A; path=/'],
    ['_d8a_P=S1.1.$$$j; path=/'],
    ['_td=%; path=/'],
    ['_sp_id.1fff=......; path=/'],
  ])('when a cookie is %s', (cookie) => {
    const said = readAll(undefined, cookie, { snowplowIdCookie: '_sp_id.1fff' });
    expect(said['clientId']).toBeUndefined();
    expect(said['identity']).not.toBe(false);
    expect(said['snowplow.domainUserId']).toBeUndefined();
  });

  test.each([[null], [5], [{}], [[]], [() => 1], ['{{x}}'], ['a;b=c']])(
    'when the fields are %p',
    (value) => {
      const fields = {
        propertyIds: value,
        cookiePrefix: value,
        consentType: value,
        snowplowIdCookie: value,
        treasureDataCookieName: value,
      };
      expect(Object.values(readAll(undefined, '', fields))).not.toContain(false);
    },
  );
});
