import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseTemplate } from '../../src/tpl/index.ts';
import { hosts } from './hosts.ts';
import { consentRows } from './rows/consent.ts';
import { decisionRows } from './rows/decisions.ts';
import { snowplowDecisionRows } from './rows/snowplow-decisions.ts';
import { treasureDataDecisionRows } from './rows/treasure-data-decisions.ts';
import { differences } from './rows/differences.ts';

const { template } = parseTemplate(readFileSync('template/first-party-id-tag.tpl', 'utf8'));
/** Prettier pads the cells of tables. */
const readme = readFileSync('src/core/formats/README.md', 'utf8').replace(/ +/g, ' ');
const shown = [
  ...consentRows.map(({ that }) => that),
  ...decisionRows.map(({ that }) => that),
  ...snowplowDecisionRows.map(({ that }) => that),
  ...treasureDataDecisionRows.map(({ that }) => that),
  ...template.tests.scenarios.map(({ name }) => name),
  'a host that ends in a dot',
];

describe('a deliberate difference', () => {
  test.each(differences)('$ours ($tracker: $theirs)', ({ shownBy }) => {
    expect(shown).toContain(shownBy);
  });

  test.each(differences)('is documented: $ours', ({ theirs, ours, because }) => {
    expect(readme).toContain(`| ${theirs} | ${ours} | ${because} |`);
  });
});

test.each(hosts)('$name a host that ends in a dot is tried without it', (host) => {
  expect(host.call('cookieDomainCandidates', 'example.com.')).toEqual(['example.com', '']);
});
