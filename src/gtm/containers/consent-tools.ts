/** How a consent tool tells Google's consent mode what a visitor has chosen. */
export interface ConsentTool {
  /** As people know it. */
  name: string;
  /** Which of the container's page triggers fires the tag. */
  trigger: 'Consent Initialization' | 'Initialization';
  /** How long a visitor's earlier choice may take to arrive; 0 where there is none to wait for. */
  waitForUpdateMillis: number;
  /** What a page without a word about consent means: nothing is asked here, or the tool is not there yet. */
  unsetConsent: 'grant' | 'wait';
  /** Where the tool belongs. */
  setUp: string;
}

const inContainer =
  'Let the tool’s own template fire on Consent Initialization - All Pages: it sets the default there.';
const onPage =
  'Put the tool, or the default it asks for, above Google Tag Manager in the page: the default is then known from the start.';

/** Tools whose default stands in the page are known at the first event; the others at the second. */
export const CONSENT_TOOLS = {
  none: {
    name: 'No consent tool',
    trigger: 'Consent Initialization',
    waitForUpdateMillis: 0,
    unsetConsent: 'grant',
    setUp:
      'Nothing to do. As Google does, the tag treats a consent type that nobody sets as granted.',
  },
  cookiebot: {
    name: 'Cookiebot',
    trigger: 'Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp: inContainer,
  },
  onetrust: {
    name: 'OneTrust',
    trigger: 'Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp:
      'Set the default with a consent mode template on Consent Initialization - All Pages, and turn Google Consent Mode on in OneTrust, which sends the update.',
  },
  cookieyes: {
    name: 'CookieYes',
    trigger: 'Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp: inContainer,
  },
  usercentrics: {
    name: 'Usercentrics',
    trigger: 'Initialization',
    waitForUpdateMillis: 2000,
    unsetConsent: 'wait',
    setUp: inContainer,
  },
  iubenda: {
    name: 'iubenda',
    trigger: 'Consent Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp: onPage,
  },
  didomi: {
    name: 'Didomi',
    trigger: 'Initialization',
    waitForUpdateMillis: 500,
    // It speaks only where the GDPR applies.
    unsetConsent: 'grant',
    setUp: inContainer,
  },
  complianz: {
    name: 'Complianz',
    trigger: 'Consent Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp: onPage,
  },
  osano: {
    name: 'Osano',
    trigger: 'Consent Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp: onPage,
  },
  google: {
    name: 'Google’s sample banner, or your own',
    trigger: 'Consent Initialization',
    waitForUpdateMillis: 500,
    unsetConsent: 'wait',
    setUp: onPage,
  },
} as const satisfies Record<string, ConsentTool>;

export type ConsentToolId = keyof typeof CONSENT_TOOLS;
