import { describe, expect, test } from '@jest/globals';
import { printDiagnosis } from '../../src/doctor/print-diagnosis.ts';
import type { Diagnosis } from '../../src/doctor/index.ts';

const diagnosis: Diagnosis = {
  page: 'https://www.example.com/',
  endpoint: 'https://id.example.com/',
  findings: [
    {
      group: 'Names',
      check: 'CNAME',
      level: 'pass',
      found: 'id.example.com is no alias',
      remedy: '',
    },
    {
      group: 'Clock',
      check: 'Date',
      level: 'fail',
      found: 'https://id.example.com/id.gif is an hour behind this machine’s clock',
      remedy: 'Set the clock of the endpoint’s machine by NTP; sessions end by it.',
    },
  ],
  lifetimes: [
    { browser: 'Safari', days: undefined, reason: 'a host has no address yet', source: '' },
    { browser: 'Brave', days: 1, reason: 'as the endpoint asks', source: '' },
  ],
};

const plain = `page      https://www.example.com/
endpoint  https://id.example.com/

Names
  ✓ pass  CNAME  id.example.com is no alias

Clock
  ✗ fail  Date   https://id.example.com/id.gif is an hour behind this machine’s clock
                 → Set the clock of the endpoint’s machine by NTP; sessions end by it.

How long browsers keep the cookies of the endpoint
  Safari   unknown  a host has no address yet
  Brave     1 day   as the endpoint asks

1 pass, 0 warn, 1 fail
`;

describe('the report', () => {
  // Some terminals say that they have no columns.
  test.each([undefined, 0, 120])(
    'has a line each for fault and remedy at %s columns',
    (columns) => {
      expect(printDiagnosis(diagnosis, { isColoured: false, columns })).toBe(plain);
    },
  );

  test('breaks its lines below each other where they do not fit', () => {
    expect(printDiagnosis(diagnosis, { isColoured: false, columns: 60 })).toContain(`
  ✗ fail  Date   https://id.example.com/id.gif is an hour
                 behind this machine’s clock
                 → Set the clock of the endpoint’s machine
                   by NTP; sessions end by it.
`);
  });

  test('says the same in colours', () => {
    const text = printDiagnosis(diagnosis, { isColoured: true });
    expect(text).toContain('\u001b[31m✗ fail\u001b[39m');
    expect(text.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });
});
