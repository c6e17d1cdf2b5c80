import { findingsOf } from '../finding.ts';
import { readGoogleConsent, type HeardConsent } from '../recording/google-consent.ts';
import type { Exchange } from '../recording/types.ts';
import type { Facts, Finding } from '../types.ts';

const { pass, complain } = findingsOf('Recording');

const defaultCommand = /gtag\s*\(\s*['"]consent['"]\s*,\s*['"]default['"]/;
const googleScript = /googletagmanager\.com\/(gtm\.js|gtag\/js|ns\.html)/;

/** Preloads and comments name the script, and do not run it. */
const notRun = /<!--[^]*?-->|<link\b[^>]*>/gi;

const putFirst =
  'Put gtag("consent", "default", …) into the page before the Tag Manager snippet, in a script of its own without async or defer.';

/** Whether the consent default was there in time, and whether an update followed. */
export function checkConsent({ recording, page }: Facts): Finding[] {
  if (recording === undefined) return [];
  const heard = readGoogleConsent(recording.exchanges);
  const documents = recording.exchanges.filter(
    ({ isHtml, url, body }) => isHtml && url.hostname === page.hostname && body !== '',
  );
  return [checkDefault(heard, documents), ...checkUpdate(heard)];
}

/** What Google's tags heard counts most; without their hits, the order in the page's source. */
function checkDefault(heard: HeardConsent[], documents: Exchange[]): Finding {
  const late = documents.find(isDefaultAfterTag);
  if (late !== undefined) {
    return complain('Consent default', {
      found: `${late.url.href} sets the default after the Tag Manager snippet`,
      remedy: putFirst,
    });
  }
  const unaware = heard.find(({ hasDefault }) => !hasDefault);
  if (unaware !== undefined) {
    const isLate = heard.some(({ hasDefault }) => hasDefault);
    return complain('Consent default', {
      found: `${describe(unaware)} was sent before any default${isLate ? ', which came later' : ''}; Google’s tags take that as granted`,
      remedy: putFirst,
    });
  }
  if (heard.length > 0 || documents.some(({ body }) => defaultCommand.test(body))) {
    return pass('Consent default', 'is there before the tags');
  }
  return complain('Consent default', {
    level: 'warn',
    found: 'the recording shows neither a default in the page’s source nor a hit of Google’s tags',
    remedy: 'Record a whole page load, and save the file with contents.',
  });
}

function isDefaultAfterTag({ body }: Exchange): boolean {
  const code = body.replace(notRun, '');
  const tag = code.search(googleScript);
  return tag >= 0 && code.search(defaultCommand) > tag;
}

function checkUpdate(heard: HeardConsent[]): Finding[] {
  if (heard.length === 0) return [];
  if (heard.some(({ hasUpdate }) => hasUpdate)) {
    return [pass('Consent update', 'Google’s tags heard one')];
  }
  return [
    complain('Consent update', {
      level: 'warn',
      found: 'Google’s tags heard none in this recording',
      remedy:
        'Answer the consent banner while you record; if you did, have the consent tool send gtag("consent", "update", …).',
    }),
  ];
}

/** Without its parameters, which are long. */
function describe({ url }: HeardConsent): string {
  return `${url.origin}${url.pathname} (gcd=${url.searchParams.get('gcd') ?? ''})`;
}
