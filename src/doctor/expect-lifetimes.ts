import { cookiesOf, shortestDays } from './checks/check-cookies.ts';
import { situationOf } from './checks/situation.ts';
import { LIFETIME_CASES, LIFETIME_FACTS, type LifetimeFact } from './lifetime-facts.ts';
import { siteOf } from './site-of.ts';
import type { ExpectedLifetime, Facts } from './types.ts';

/** How long each browser keeps what the endpoint sets; nothing where it sets nothing, or for another site. */
export function expectLifetimes(facts: Facts): ExpectedLifetime[] {
  const cookies = cookiesOf(facts.answers.firstVisit);
  const isOneSite = siteOf(facts.page.hostname) === siteOf(facts.endpoint.hostname);
  if (cookies.length === 0 || !isOneSite) return [];
  const asked = shortestDays(cookies);
  const { kind } = situationOf(facts);
  const when = kind === 'unknown' ? undefined : LIFETIME_CASES[kind];
  const ofServer = LIFETIME_FACTS.filter(({ writer }) => writer === 'server');
  return [...new Set(ofServer.map(({ browser }) => browser))].flatMap((browser) => {
    const own = ofServer.filter((fact) => fact.browser === browser);
    const [usual] = own;
    // Only some browsers make a difference between the cases.
    if (usual !== undefined && when === undefined && own.length > 1) return [notKnown(usual)];
    const fact =
      own.find((each) => each.when === when) ??
      own.find((each) => each.when === LIFETIME_CASES.usual);
    return fact === undefined ? [] : [expect(fact, asked)];
  });
}

function notKnown({ browser, source }: LifetimeFact): ExpectedLifetime {
  const reason = 'depends on where the hosts’ addresses will be';
  return { browser, days: undefined, reason, source };
}

function expect({ browser, when, maxDays, source }: LifetimeFact, asked: number): ExpectedLifetime {
  if (maxDays === undefined) {
    return { browser, days: asked, reason: 'as the endpoint asks; no limit is documented', source };
  }
  if (asked <= maxDays) return { browser, days: asked, reason: 'as the endpoint asks', source };
  return { browser, days: maxDays, reason: when === '' ? 'the most it allows' : when, source };
}
