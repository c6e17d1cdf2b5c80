import { expect } from '@jest/globals';
import type { Row } from './rows.ts';
import type { Received } from './send.ts';

/** Compares an answer with its row, and holds every cookie to the rules. */
export function expectAnswer(
  received: Received,
  { status, cookies = [], has, hasNot }: Omit<Row, 'name' | 'sent'>,
): void {
  const lines = received.setCookies;
  expect({ status: received.status, cookies: lines.map(shortName).sort() }).toEqual({
    status,
    cookies: [...cookies].sort(),
  });
  // A head that is far too long is refused by the platform itself.
  if (status !== 431) expect(received.headers['cache-control']).toBe('no-store');
  expect(lines.filter((line) => !isSafe(line))).toEqual([]);
  const text = [received.body, ...lines].join('\n');
  if (has !== undefined) expect(text).toMatch(has);
  if (hasNot !== undefined) expect(text).not.toMatch(hasNot);
}

/** The name; of a cookie that is removed, with `-` before it. */
function shortName(line: string): string {
  const [name = ''] = line.split('=');
  return line.includes('; Max-Age=0;') ? '-' + name : name;
}

/** Set by the rules: a domain of the configuration, a year or two or nothing, Secure, and as its tracker does. */
function isSafe(line: string): boolean {
  const attributes =
    /^[\w.-]+=[^;\s]*; Path=\/; Max-Age=(0|63072000)(; Domain=(example\.com|other\.co\.uk))?; SameSite=(Lax|None); Secure(; HttpOnly)?$/;
  const isReadable = /^(_td_ssc_id|_d8a|_sp_id|_td=)/.test(line);
  const isForAllSites = /^(_td|collector_id)=/.test(line);
  return (
    attributes.test(line) &&
    isReadable !== line.endsWith('; HttpOnly') &&
    isForAllSites === line.includes('; SameSite=None;')
  );
}
