import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseTemplate } from '../../src/tpl/index.ts';
import { hosts } from './hosts.ts';
import { consentRows } from './rows/consent.ts';
import { decisionRows } from './rows/decisions.ts';
import { differences } from './rows/differences.ts';

const { template } = parseTemplate(readFileSync('template/first-party-id-tag.tpl', 'utf8'));
const shown = [
  ...consentRows.map(({ that }) => that),
  ...decisionRows.map(({ that }) => that),
  ...template.tests.scenarios.map(({ name }) => name),
  'a host that ends in a dot',
];

describe('a deliberate difference from d8a', () => {
  test.each(differences)('$ours (d8a: $d8a)', ({ shownBy }) => {
    expect(shown).toContain(shownBy);
  });
});

test.each(hosts)('$name a host that ends in a dot is tried without it', (host) => {
  expect(host.call('cookieDomainCandidates', 'example.com.')).toEqual(['example.com', '']);
});
