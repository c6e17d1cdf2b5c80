import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { storeCookie } from '../../src/sandbox/page/index.ts';
import { Visitor } from '../gtm/visitor.ts';

const guide = readFileSync('src/core/formats/README.md', 'utf8');

/** The settings that a section of the guide shows. */
function settingsOf(section: string): Record<string, unknown> {
  const [, text = ''] = guide.split(`\n## ${section}\n`);
  const [, json = ''] = /```json\n([^`]+)```/.exec(text) ?? [];
  return JSON.parse(json);
}

function visitorWith(cookies: Record<string, string>): Visitor {
  const visitor = new Visitor({ shortensScriptCookies: false });
  for (const [name, value] of Object.entries(cookies)) {
    const line = `${name}=${value}; Domain=example.com; Path=/; Max-Age=63072000; Secure`;
    storeCookie(visitor.jar, line, {
      url: 'https://www.example.com/',
      nowMillis: visitor.nowMillis,
      by: 'script',
    });
  }
  return visitor;
}

const property = '80e1d6d0-560d-419f-ac2a-fe9281e93386';
const uuid = '7dcb1c5f-1111-4222-8333-444455556666';
const [start, last] = [1_767_000_000, 1_767_100_000];

const d8aCookies = {
  _d8a: `C1.1.1234567890.${start}`,
  [`_d8a_${property}`]: `S1.1.s${last}$o7$g1$t${last}$j3$d42`,
};
const session = '0b8b6c2e-1111-4222-8333-444455556666';
const earlier = '1c9c7d3f-1111-4222-8333-444455556666';
const snowplowCookies = {
  '_sp_id.8809': `${uuid}.${start}.7.${last}.${start}.${session}.${earlier}.${earlier}.${last}000.4`,
};

describe('the settings in the migration guide', () => {
  test.each<[string, string, Record<string, string>, string, object]>([
    [
      'd8a',
      'From the d8a tracker',
      d8aCookies,
      'client_id_stored',
      { clientId: `1234567890.${start}`, sessionNumber: 7 },
    ],
    [
      'Snowplow',
      'From Snowplow',
      snowplowCookies,
      'snowplow_id_stored',
      { clientId: uuid, sessionNumber: 7 },
    ],
    [
      'Treasure Data',
      'From Treasure Data',
      { _td: uuid, __td_signed: 'true' },
      'treasure_data_id_stored',
      { clientId: uuid },
    ],
  ])('keep a visitor of %s, and write nothing over', async (_, section, cookies, reason, known) => {
    const visitor = visitorWith(cookies);
    const { identity } = await visitor.view(settingsOf(section));
    expect(identity).toMatchObject({ ...known, source: 'cookie' });
    expect(identity['reasons']).toContain(reason);
    expect(guide).toContain(`\`${reason}\``);
    expect(visitor.cookies()).toMatchObject(cookies);
  });

  test('take over Google Analytics’ client ID once, and leave its cookie alone', async () => {
    const google = { _ga: `GA1.1.1234567890.${start}` };
    const visitor = visitorWith(google);
    const settings = settingsOf('From Google Analytics');
    const clientId = `1234567890.${start}`;
    const { identity } = await visitor.view(settings);
    expect(identity).toMatchObject({ clientId, source: 'new', sessionNumber: 1 });
    expect(identity['reasons']).toContain('client_id_adopted');
    expect(guide).toContain('`client_id_adopted`');
    expect(visitor.cookies()).toMatchObject({ ...google, _d8a: `C1.1.${clientId}` });
    const again = await visitor.view(settings);
    expect(again.identity['reasons']).toContain('client_id_stored');
    await visitor.view({ ...settings, action: 'forget' });
    expect(visitor.cookies()).toEqual(google);
  });

  test.each<[string, string, Record<string, string>]>([
    ['d8a', 'From the d8a tracker', d8aCookies],
    ['Snowplow', 'From Snowplow', snowplowCookies],
  ])(
    'let the count of sessions go on once the tracker of %s is gone',
    async (_, section, cookies) => {
      const settings = { ...settingsOf(section), sessionKeeper: 'thisTag' };
      const { identity } = await visitorWith(cookies).view(settings);
      expect(identity).toMatchObject({ sessionNumber: 8, isNewSession: true });
    },
  );
});
