import { permitsStorage } from '../core/consent/resolve-consent.ts';
import { MAX_RANDOM, RANDOM_COUNT } from '../core/constants.ts';
import { configuredDomainCandidates } from '../core/cookie-domain.ts';
import { decide } from '../core/decide.ts';
import { namesNeedDomain, settleNames, storedEntries, usesStore } from '../core/stored-entries.ts';
import type { Consent, Plan } from '../core/types.ts';
import { attempt } from './attempt.ts';
import { readJar, readServerId } from './cookies.ts';
import { isLocalStorageUsable } from './local-values.ts';
import type { Loader, Run } from './run.ts';
import { readStored, writeStored } from './storage.ts';

/**
 * Decides, and writes what is decided: for the broadest cookie domain first, and for the next one
 * where the browser has not kept what was written.
 */
export function planAndWrite(loader: Loader, step: Run, consent: Consent): Plan {
  const { config, formats } = loader;
  const isForgetting = step.action === 'forget';
  const mayKeep = !isForgetting && permitsStorage(config, consent);
  const isErasing = consent.state === 'withdrawn' && config.onWithdrawal === 'erase';
  const mayRead = mayKeep || isForgetting || isErasing;
  const jar = mayRead ? attempt(readJar) : undefined;
  const page = loader.page.read();
  const snapshot = {
    ...step,
    consent,
    page,
    host: location.hostname,
    nowMillis: Date.now(),
    randoms: drawRandoms(RANDOM_COUNT),
    serverId: readServerId(jar),
    writer: loader.writer,
  };
  const actOn = ([cookieDomain, ...others]: (string | undefined)[]): Plan => {
    const settled = settleNames(formats, config, { ...snapshot, cookieDomain });
    const entries = mayRead ? storedEntries(formats, settled) : [];
    const isLocal = mayKeep && entries.some((entry) => entry.store !== 'cookie');
    const hasLocalStorage = isLocal && isLocalStorageUsable();
    const stored = readStored(entries, jar);
    const plan = decide(formats, settled, { ...snapshot, cookieDomain, hasLocalStorage, stored });
    if (plan.kind !== 'act' && !plan.writes[0]) return plan;
    const isProven = isDomainKnown || cookieDomain === undefined;
    const odd = writeStored(plan.writes, { domain: cookieDomain ?? '', isProven, jar });
    if (odd) step.notes.push(...odd);
    return odd ? plan : actOn(others);
  };
  const isDomainKnown = config.cookieDomain === 'auto' && page.attributes !== '';
  const domains = isDomainKnown
    ? [page.cookieDomain]
    : configuredDomainCandidates(config.cookieDomain, location.hostname);
  const needsDomain = (mayKeep && usesStore(formats, config, 'cookie')) || namesNeedDomain(config);
  return actOn(jar && needsDomain ? [...domains, undefined] : [undefined]);
}

function drawRandoms(count: number): number[] {
  const numbers = crypto.getRandomValues(new Uint32Array(count));
  return Array.from(numbers, (random) => random % (MAX_RANDOM + 1));
}
