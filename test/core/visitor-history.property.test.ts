import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SNOWPLOW_DEFAULTS, TREASURE_DATA_DEFAULTS } from '../../src/core/constants.ts';
import { parseD8aClient, parseD8aSession } from '../../src/core/formats/d8a/d8a-cookies.ts';
import { allFormats } from '../../src/core/formats/all-formats.ts';
import { storedEntries } from '../../src/core/stored-entries.ts';
import { parseSnowplowId } from '../../src/core/formats/snowplow/snowplow-cookies.ts';
import { readTreasureDataId } from '../../src/core/formats/treasure-data/treasure-data-cookies.ts';
import type { Config, ConsentState } from '../../src/core/types.ts';
import { Visitor } from './visitor.ts';

type Step =
  | { kind: 'fire'; action: 'identify' | 'engage' | 'newSession' }
  | { kind: 'forget' }
  | { kind: 'consent'; to: ConsentState }
  | { kind: 'leave' }
  | { kind: 'wait'; minutes: number }
  | { kind: 'lose'; name: string }
  | { kind: 'damage'; name: string; text: string };

const d8aName = fc.constantFrom('_d8a', '_d8a_P');
const name = fc.oneof(d8aName, fc.constantFrom('_sp_id.8809', '_sp_ses.8809', '_td'));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('fire' as const),
      action: fc.constantFrom('identify' as const, 'engage' as const, 'newSession' as const),
    }),
  },
  fc.record({ kind: fc.constant('forget' as const) }),
  fc.record({
    kind: fc.constant('consent' as const),
    to: fc.constantFrom<ConsentState>('denied', 'granted', 'withdrawn'),
  }),
  fc.record({ kind: fc.constant('leave' as const) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 50000 }) }),
  fc.record({ kind: fc.constant('lose' as const), name }),
  fc.record({ kind: fc.constant('damage' as const), name, text: fc.string() }),
);

const config: fc.Arbitrary<Partial<Config>> = fc.record({
  serverUrl: fc.constantFrom('', 'www.example.com/fpid'),
  unsetConsent: fc.constantFrom('grant' as const, 'wait' as const),
  sessionKeeper: fc.constantFrom('thisTag' as const, 'tracker' as const),
  snowplow: fc.constantFrom(undefined, { ...SNOWPLOW_DEFAULTS, hash: '8809' }),
  treasureData: fc.constantFrom(undefined, TREASURE_DATA_DEFAULTS),
  oneVisitorId: fc.boolean(),
  adoptGoogleClientId: fc.boolean(),
});

/** What reads each cookie. */
const readers: Record<string, (text: string) => unknown> = {
  _d8a: parseD8aClient,
  _d8a_P: parseD8aSession,
  '_sp_id.8809': (text) => parseSnowplowId(text, { nowMillis: 0, visitCount: 1, sessionId: 's' }),
  '_sp_ses.8809': (text) => (text === '*' ? text : undefined),
  _td: readTreasureDataId,
};

/** The cookies that the visitor has of the formats that are on. */
const names = ({ cookies, config: settings }: Visitor) => {
  const kept = storedEntries(allFormats(), settings)
    .map((entry) => entry.name)
    .filter((other) => other !== '_ga');
  return Object.keys(cookies).filter((cookie) => kept.includes(cookie));
};

function play(visitor: Visitor, next: Step): void {
  if (next.kind === 'wait') visitor.nowMillis += next.minutes * 60000;
  if (next.kind === 'leave') visitor.leavePage();
  if (next.kind === 'lose') visitor.lose(next.name);
  if (next.kind === 'damage') visitor.cookies[next.name] = next.text;
  if (next.kind === 'fire') visitor.run(next.action);
  if (next.kind === 'forget') visitor.run('forget');
  if (next.kind !== 'consent') return;
  visitor.consent = next.to;
  visitor.run('identify', 'consentChange');
}

const history = fc.array(step, { maxLength: 40 });

describe('through any history of a visitor', () => {
  test('a default that denies changes nothing that is stored, and calls nobody', () => {
    fc.assert(
      fc.property(config, history, history, (settings, before, after) => {
        const visitor = new Visitor(settings);
        before.forEach((next) => play(visitor, next));
        visitor.consent = 'denied';
        const { requests } = visitor;
        const cookies = { ...visitor.cookies };
        for (const next of after)
          if (next.kind === 'fire' || next.kind === 'wait') play(visitor, next);
        expect(visitor.cookies).toEqual(cookies);
        expect(visitor.requests).toBe(requests);
      }),
    );
  });

  test('withdrawal leaves nothing in the browser and nothing at the endpoint', () => {
    fc.assert(
      fc.property(config, history, (settings, before) => {
        const visitor = new Visitor(settings);
        before.forEach((next) => play(visitor, next));
        play(visitor, { kind: 'consent', to: 'withdrawn' });
        expect(names(visitor)).toEqual([]);
        expect(visitor.backup).toEqual({});
        expect(visitor.serverId).toBe('');
      }),
    );
  });

  test('Google’s client ID is taken over by nobody who has another, and its cookie stays', () => {
    const google = fc.oneof(
      fc.nat().map((random) => `GA1.1.${random}.1600000000`),
      fc.string(),
    );
    fc.assert(
      fc.property(config, history, google, (settings, steps, text) => {
        const visitor = new Visitor(settings);
        visitor.cookies['_ga'] = text;
        for (const next of steps) {
          const known = visitor.cookies['_d8a'];
          play(visitor, next);
          expect(visitor.cookies['_ga']).toBe(text);
          const isKept =
            next.kind === 'fire' && known !== undefined && visitor.consent === 'granted';
          if (isKept && parseD8aClient(known)) expect(visitor.cookies['_d8a']).toBe(known);
        }
      }),
    );
  });

  test('beside Snowplow’s tracker an id cookie that can be read keeps its text', () => {
    const field = fc.constantFrom('', '1', 'undefined', '12abc', 'u-1');
    const fields = fc.array(field, { minLength: 5, maxLength: 12 });
    const snowplow = { ...SNOWPLOW_DEFAULTS, hash: '8809' };
    fc.assert(
      fc.property(fields, history, ([, ...others], steps) => {
        const text = ['u', ...others].join('.');
        const visitor = new Visitor({ snowplow, sessionKeeper: 'tracker' });
        visitor.cookies['_sp_id.8809'] = text;
        const views = steps.filter(
          (next) =>
            next.kind === 'leave' ||
            next.kind === 'wait' ||
            (next.kind === 'fire' && next.action !== 'newSession'),
        );
        views.forEach((next) => play(visitor, next));
        expect(visitor.cookies['_sp_id.8809']).toBe(text);
      }),
    );
  });

  test('a grant promotes the ID that the page has had in memory', () => {
    fc.assert(
      fc.property(config, fc.integer({ min: 1, max: 5 }), (settings, hits) => {
        const visitor = new Visitor(settings);
        visitor.consent = 'denied';
        for (let hit = 0; hit < hits; hit += 1) visitor.run('identify');
        const inMemory = visitor.page?.clientId;
        play(visitor, { kind: 'consent', to: 'granted' });
        expect(visitor.page?.clientId).toBe(inMemory);
        expect(visitor.cookies._d8a).toBe(`C1.1.${inMemory}`);
      }),
    );
  });

  test('an ID that is kept stays until it is lost, damaged, withdrawn or forgotten', () => {
    fc.assert(
      fc.property(config, history, (settings, steps) => {
        const visitor = new Visitor(settings);
        visitor.consent = 'granted';
        visitor.run('identify');
        const ids = () => {
          const { clientId, snowplow, treasureData } = visitor.page ?? {};
          return [clientId, snowplow?.domainUserId, treasureData?.clientId];
        };
        const before = ids();
        const harmless = steps.filter(
          ({ kind }) => kind === 'fire' || kind === 'wait' || kind === 'leave',
        );
        harmless.forEach((next) => play(visitor, next));
        visitor.run('identify');
        expect(ids()).toEqual(before);
      }),
    );
  });

  test('with an endpoint, a visitor whose cookies are lost keeps ID and session number', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(d8aName, { minLength: 1 }),
        fc.integer({ min: 31, max: 50000 }),
        (lost, minutes) => {
          const visitor = new Visitor({ serverUrl: 'www.example.com/fpid' });
          visitor.consent = 'granted';
          visitor.run('identify');
          const { clientId } = visitor.page ?? { clientId: '' };
          visitor.leavePage();
          visitor.nowMillis += minutes * 60000;
          lost.forEach((cookie) => visitor.lose(cookie));
          const { requests } = visitor;
          visitor.run('identify');
          expect(visitor.page).toMatchObject({ clientId, sessionNumber: 2, isNewSession: true });
          expect(visitor.requests).toBe(requests + 1);
        },
      ),
    );
  });

  test('a run asks the endpoint at most once, and not again inside the session', () => {
    fc.assert(
      fc.property(config, history, (settings, steps) => {
        const visitor = new Visitor(settings);
        for (const next of steps) {
          const { requests } = visitor;
          play(visitor, next);
          expect(visitor.requests - requests).toBeLessThanOrEqual(1);
        }
        if (visitor.consent !== 'granted') return;
        visitor.run('identify');
        const { requests } = visitor;
        visitor.nowMillis += 60000;
        visitor.run('identify');
        const isLeftToTracker = visitor.config.sessionKeeper === 'tracker';
        if (!isLeftToTracker) expect(visitor.requests).toBe(requests);
      }),
    );
  });

  test('what is written can be read, and every hit has a reason', () => {
    fc.assert(
      fc.property(config, history, (settings, steps) => {
        const visitor = new Visitor(settings);
        for (const next of steps) {
          play(visitor, next);
          if (next.kind === 'lose' || next.kind === 'damage' || !visitor.page) continue;
          expect(visitor.page.reasons.length).toBeGreaterThan(0);
        }
        visitor.consent = 'granted';
        const { writes } = visitor.run('identify');
        for (const { name: written, value } of writes) {
          expect(readers[written]?.(value)).toBeDefined();
        }
      }),
    );
  });
});
