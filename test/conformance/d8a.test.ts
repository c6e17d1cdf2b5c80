import { describe, expect, test } from '@jest/globals';
import type { SessionStep } from '../../src/core/formats/d8a/types.ts';
import { hosts } from './hosts.ts';
import { domainRows } from './rows/cookie-domains.ts';
import { clientRows, freshVector, googleRows } from './rows/d8a-client.ts';
import { nameRows, sessionNameRows } from './rows/d8a-names.ts';
import { sessionRows, updateRows } from './rows/d8a-session.ts';

const NEW_ID = [1, 2, 3];

describe.each(hosts)('d8a $name', (host) => {
  test.each(nameRows)('with prefix %j the client cookie is %s', (prefix, name) => {
    expect(host.call('d8aClientName', prefix)).toBe(name);
  });

  test.each(sessionNameRows)('with prefix %j property %s has %s', (prefix, propertyId, name) => {
    expect(host.call('d8aSessionName', prefix, propertyId)).toBe(name);
  });

  test.each(clientRows)('client cookie %j holds %j', (text, clientId) => {
    expect(host.call('parseD8aClient', text)).toBe(clientId);
    if (clientId !== undefined) expect(host.call('printD8aClient', clientId)).toBe(text);
  });

  test.each(googleRows)('Google’s cookie %j holds %j', (text, clientId) => {
    expect(host.call('readGoogleClient', text)?.value).toBe(clientId);
  });

  test('makes the client ID and the random id of d8a’s own vector', () => {
    const { random, nowSeconds, clientId, sessionRandomId } = freshVector;
    expect(host.call('newD8aClientId', random, nowSeconds)).toBe(clientId);
    const step = { nowSeconds, timeoutSeconds: 1800, randoms: [random, random, random] };
    const session = host.call('startD8aSession', [], step);
    expect(host.call('printD8aSession', session)).toBe(
      `S1.1.s${nowSeconds}$o1$g0$t${nowSeconds}$j0$d${sessionRandomId}`,
    );
  });

  test.each(sessionRows)('session cookie $text is read', ({ text, ...row }) => {
    const session = host.call('parseD8aSession', text);
    expect(session && host.call('printD8aSession', session)).toBe(row.printed);
    expect(session && host.call('readTokenNumber', session, 's')).toBe(row.session);
    expect(session && host.call('readTokenNumber', session, 'o')).toBe(row.count);
    expect(session && host.call('readTokenNumber', session, 't')).toBe(row.lastHit);
  });

  test.each(updateRows)('a hit at $nowSeconds turns $stored into $updated', (row) => {
    const step: SessionStep = {
      nowSeconds: row.nowSeconds,
      timeoutSeconds: row.timeoutSeconds,
      randoms: NEW_ID,
    };
    const before = host.call('parseD8aSession', `S1.1.${row.stored ?? ''}`) ?? [];
    const after = host.call('nextD8aSession', before, step);
    const expected = row.updated.replace('d*', `d${NEW_ID.join('')}`);
    expect(host.call('printD8aSession', after)).toBe(`S1.1.${expected}`);
  });

  test.each(domainRows)('host %j may keep cookies on %j', (hostName, candidates) => {
    expect(host.call('cookieDomainCandidates', hostName)).toEqual(candidates);
  });
});
