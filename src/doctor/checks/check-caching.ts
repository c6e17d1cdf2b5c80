import { findingsOf } from '../finding.ts';
import type { Answer, Facts, Finding, Received } from '../types.ts';
import { serverIdOf } from './check-cookies.ts';
import { isEndpointThere } from './expected-answers.ts';

const { pass, complain } = findingsOf('Caching');

/** Headers in which caches say where an answer comes from. */
const cacheHeaders = ['age', 'x-cache', 'cf-cache-status', 'x-cache-status', 'cache-status'];

/** Also `TCP_HIT` of Akamai and `RefreshHit` of CloudFront. */
const hit = /(\b|_|refresh)hit\b/i;

/** A cached answer gives many visitors one identity. */
export function checkCaching({ answers }: Facts): Finding[] {
  if (!isEndpointThere(answers)) return [];
  const { firstVisit, otherVisitor, returnVisit, cookieId, identity } = answers;
  const received = [firstVisit, otherVisitor, returnVisit, cookieId, identity].filter(isGood);
  if (received.length === 0) return [];
  return [checkHeader(received), checkHit(received), checkVisitors(firstVisit, otherVisitor)];
}

function isGood(answer: Answer): answer is Received {
  return answer.kind === 'received' && answer.status === 200;
}

function checkHeader(answers: Received[]): Finding {
  const wrong = answers.find(
    ({ headers }) => !/\bno-store\b/i.test(headers['cache-control'] ?? ''),
  );
  if (wrong === undefined) return pass('Cache-Control', 'no answer may be stored');
  return complain('Cache-Control', {
    found: `${wrong.url} says “${wrong.headers['cache-control'] ?? 'nothing'}”, not no-store`,
    remedy: 'Let the proxy or CDN leave Cache-Control as the endpoint sends it.',
  });
}

function checkHit(answers: Received[]): Finding {
  for (const { url, headers } of answers) {
    const name = cacheHeaders.find((each) => isHit(each, headers[each]));
    if (name === undefined) continue;
    return complain('Cache', {
      found: `${url} comes from a cache: ${name}: ${headers[name] ?? ''}`,
      remedy: 'Except the endpoint’s path from caching.',
    });
  }
  return pass('Cache', 'no answer comes from a cache');
}

function isHit(name: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  return name === 'age' ? Number(value) > 0 : hit.test(value);
}

function checkVisitors(one: Answer, other: Answer): Finding {
  const id = serverIdOf(one);
  if (id === undefined || id !== serverIdOf(other)) {
    return pass('Two visitors', 'get an id each');
  }
  return complain('Two visitors', {
    found: `two visitors get the same id, ${id}, from ${one.url}`,
    remedy: 'Except the endpoint’s path from caching, and empty the cache.',
  });
}
