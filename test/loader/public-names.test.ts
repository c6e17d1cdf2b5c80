import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { allFormats } from '../../src/core/formats/all-formats.ts';
import { SNOWPLOW_ID_REASONS, TREASURE_DATA_ID_REASONS } from '../../src/core/constants.ts';
import { decide } from '../../src/core/decide.ts';
import { DEFAULT_OPTIONS } from '../../src/loader/default-options.ts';
import { FORMAT_OPTIONS } from '../../src/loader/format-options.ts';
import { baseConfig, baseSnapshot } from '../conformance/rows/base.ts';

// The minifier gives every property a short name but those of public-names.json.

const written = JSON.parse(readFileSync('src/loader/public-names.json', 'utf8'));
const publicNames: string[] = Object.values(written).flat() as string[];

/** The names of all properties in a value, at any depth. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** The page state with everything in it, kept in memory or in cookies. */
const states = (['granted', 'denied'] as const).map((state) => {
  const config = {
    ...baseConfig,
    snowplow: {
      cookieName: '_sp_',
      hash: '1fff',
      hashedText: 'text',
      stateStorage: 'cookie',
      anonymousTracking: 'off',
      optOutCookie: '',
    },
    treasureData: { cookieName: '_td', startInSignedMode: true, storeConsentByLocalStorage: false },
  } as const;
  const consent = { state, source: 'update' } as const;
  const plan = decide(allFormats(), { ...config }, { ...baseSnapshot, consent });
  return plan.kind === 'act' ? plan.page : undefined;
});

describe('public-names.json has', () => {
  test.each(Object.keys({ ...DEFAULT_OPTIONS, ...FORMAT_OPTIONS }))('the option %s', (name) => {
    expect(publicNames).toContain(name);
  });

  test.each(Object.keys({ ...SNOWPLOW_ID_REASONS, ...TREASURE_DATA_ID_REASONS }))(
    'the source %s, by which reasons are looked up',
    (source) => {
      expect(publicNames).toContain(source);
    },
  );

  const inState = [...new Set(namesIn(states))].filter(
    (name) => name.length > 2 && !name.startsWith('_') && !Number.isInteger(Number(name)),
  );
  test.each(inState)('%s of the shared state', (name) => {
    expect(publicNames).toContain(name);
  });
});
