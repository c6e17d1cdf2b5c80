import { checkCaching } from './checks/check-caching.ts';
import { checkCertificates } from './checks/check-certificates.ts';
import { checkClock } from './checks/check-clock.ts';
import { checkConsent } from './checks/check-consent.ts';
import { checkCookies } from './checks/check-cookies.ts';
import { checkDuplicates } from './checks/check-duplicates.ts';
import { checkNames } from './checks/check-names.ts';
import { checkOtherSites } from './checks/check-other-sites.ts';
import { checkRoutes } from './checks/check-routes.ts';
import { expectLifetimes } from './expect-lifetimes.ts';
import type { Diagnosis, Facts } from './types.ts';

const checks = [
  checkNames,
  checkCertificates,
  checkRoutes,
  checkCookies,
  checkOtherSites,
  checkCaching,
  checkClock,
  checkConsent,
  checkDuplicates,
];

/** Everything that the facts show, in the order of the report. */
export function diagnose(facts: Facts): Diagnosis {
  return {
    page: facts.page.href,
    endpoint: facts.endpoint.href,
    findings: checks.flatMap((check) => check(facts)),
    lifetimes: expectLifetimes(facts),
  };
}
