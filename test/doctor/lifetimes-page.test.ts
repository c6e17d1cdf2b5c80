import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { LIFETIME_FACTS } from '../../src/doctor/lifetime-facts.ts';
import { EXPECTED } from '../webkit/lifetime-cases.ts';
import { CHART, PAGE } from '../webkit/lifetimes-page.ts';
import { printChart } from '../webkit/print-chart.ts';
import { printFacts, printOutcomes } from '../webkit/print-lifetimes.ts';

/** Prettier pads the cells of tables. */
const unpad = (text: string) => text.replace(/-+/g, '-').replace(/ +/g, ' ');

const page = unpad(readFileSync(PAGE, 'utf8'));

test.each([
  ['what browsers document', printFacts(LIFETIME_FACTS)],
  ['what the tests in WebKit expect', printOutcomes(EXPECTED)],
])('the page on lifetimes tells %s', (_, table) => {
  expect(page).toContain(unpad(table));
});

test('its chart shows the same', () => {
  expect(readFileSync(CHART, 'utf8')).toBe(printChart(EXPECTED));
});
