import { findingsOf, ifGood } from '../finding.ts';
import type { Facts, Finding } from '../types.ts';

const { pass, complain } = findingsOf('Clock');

/** The header has whole seconds, and the answer was under way. */
const toleratedSeconds = 60;

/** The endpoint ends sessions and counts days by its own clock. */
export function checkClock({ answers }: Facts): Finding[] {
  const answer = ifGood(answers.returnVisit) ?? ifGood(answers.healthz);
  const date = answer?.headers['date'];
  if (answer === undefined || date === undefined) return [];
  const seconds = Math.round((Date.parse(date) - answer.receivedMillis) / 1000);
  const size = Math.abs(seconds);
  if (size <= toleratedSeconds) return [pass('Date', `the endpoint’s clock agrees with this one`)];
  return [
    complain('Date', {
      found: `${answer.url} says ${date}: ${inWords(size)} ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s clock`,
      remedy: 'Set the clock of the endpoint’s machine by NTP; sessions end by it.',
    }),
  ];
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
