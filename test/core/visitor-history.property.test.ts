import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseD8aClient, parseD8aSession } from '../../src/core/formats/d8a.ts';
import type { Config, ConsentState } from '../../src/core/types.ts';
import { Visitor } from './visitor.ts';

type Step =
  | { kind: 'fire'; action: 'identify' | 'engage' | 'newSession' }
  | { kind: 'forget' }
  | { kind: 'consent'; to: ConsentState }
  | { kind: 'leave' }
  | { kind: 'wait'; minutes: number }
  | { kind: 'lose'; name: '_d8a' | '_d8a_P' }
  | { kind: 'damage'; name: '_d8a' | '_d8a_P'; text: string };

const name = fc.constantFrom('_d8a' as const, '_d8a_P' as const);
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
});

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
        expect(visitor.cookies).not.toHaveProperty('_d8a');
        expect(visitor.cookies).not.toHaveProperty('_d8a_P');
        expect(visitor.backup).toEqual({});
        expect(visitor.serverId).toBe('');
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
        const { clientId } = visitor.page ?? { clientId: '' };
        const harmless = steps.filter(
          ({ kind }) => kind === 'fire' || kind === 'wait' || kind === 'leave',
        );
        harmless.forEach((next) => play(visitor, next));
        visitor.run('identify');
        expect(visitor.page?.clientId).toBe(clientId);
      }),
    );
  });

  test('with an endpoint, a visitor whose cookies are lost keeps ID and session number', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
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
          const parsed = written === '_d8a' ? parseD8aClient(value) : parseD8aSession(value);
          expect(parsed).toBeDefined();
        }
      }),
    );
  });
});
