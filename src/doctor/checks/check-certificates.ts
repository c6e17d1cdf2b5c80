import { findingsOf } from '../finding.ts';
import type { CertificateFacts, Facts, Finding } from '../types.ts';

const { pass, complain } = findingsOf('Certificate');
const dayMillis = 86_400_000;

/** Of its lifetime; whoever renews by machine does it before a third is left. */
const shareLeft = 1 / 5;

/** TLS codes (https://docs.openssl.org/3.0/man1/openssl-verification-options/) in words. */
const refusals: Record<string, { meaning: string; remedy: string }> = {
  CERT_HAS_EXPIRED: {
    meaning: 'has expired',
    remedy: 'Renew the certificate, and have it renewed by a machine.',
  },
  CERT_NOT_YET_VALID: {
    meaning: 'is not valid yet',
    remedy: 'Check the clock of the machine that made it, or wait.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    meaning: 'is for other hosts',
    remedy: 'Get a certificate that names this host.',
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    meaning: 'comes without its chain',
    remedy: 'Serve the full chain: the certificate, then the intermediate ones.',
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    meaning: 'is from an authority that browsers do not know, or its chain is incomplete',
    remedy: 'Serve the full chain of an authority that browsers know.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    meaning: 'is signed by itself',
    remedy: 'Get a certificate from an authority that browsers know.',
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    meaning: 'is from an authority that browsers do not know',
    remedy: 'Get a certificate from an authority that browsers know, or name yours with --ca.',
  },
};

/** TLS: is the certificate valid, for this host, with its chain, and for how long. */
export function checkCertificates({ page, endpoint, certificates, nowMillis }: Facts): Finding[] {
  const origins = new Set([page, endpoint].map(({ origin }) => origin));
  const plain = [...origins].filter((origin) => origin.startsWith('http:')).map(refusePlain);
  return [
    ...plain,
    ...certificates.map((facts) =>
      'failure' in facts ? refuseConnection(facts) : checkOne(facts, nowMillis),
    ),
  ];
}

function refusePlain(origin: string): Finding {
  return complain('https', {
    found: `${origin} is not https`,
    remedy: 'Serve the whole site over https, and redirect http to it.',
  });
}

function refuseConnection({ host, failure }: { host: string; failure: string }): Finding {
  return complain('Certificate', {
    found: `no TLS connection to ${host}: ${failure}`,
    remedy: `Let ${host} answer on port 443.`,
  });
}

function checkOne(facts: CertificateFacts, nowMillis: number): Finding {
  const { host, refusal, issuer, names, validFromMillis, validToMillis } = facts;
  const lastDay = toDay(validToMillis);
  if (refusal !== undefined) {
    const { meaning, remedy } = refusals[refusal] ?? {
      meaning: `is refused (${refusal})`,
      remedy: 'Get a certificate that browsers accept.',
    };
    return complain('Certificate', {
      found: `that of ${host} ${meaning}: ${names}, ${toDay(validFromMillis)} to ${lastDay}`,
      remedy,
    });
  }
  const leftDays = Math.floor((validToMillis - nowMillis) / dayMillis);
  const found = `that of ${host} by ${issuer} is valid until ${lastDay}, ${leftDays} days`;
  if (validToMillis - nowMillis > (validToMillis - validFromMillis) * shareLeft) {
    return pass('Certificate', found);
  }
  const remedy = 'Renew it now; if a machine does this, look why it has not.';
  return complain('Certificate', { level: 'warn', found, remedy });
}

function toDay(millis: number): string {
  return Number.isNaN(millis) ? '?' : new Date(millis).toISOString().slice(0, 10);
}
