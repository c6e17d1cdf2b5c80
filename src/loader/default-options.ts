/**
 * Every option with its default; of a list, the first is the default and all are accepted.
 * The schema says the same in words for readers; a test holds the two equal.
 */
export const DEFAULT_OPTIONS = {
  propertyIds: '',
  serverUrl: '',
  consentType: 'analytics_storage',
  unsetConsent: ['grant', 'wait'],
  onWithdrawal: ['erase', 'keep'],
  waitForUpdateMillis: 0,
  privacySignal: false,
  region: '',
  sessionTimeoutMinutes: 30,
  engagementSeconds: 10,
  sessionKeeper: ['thisTag', 'tracker'],
  countNavigation: false,
  adoptGoogleClientId: false,
  storage: ['cookie', 'localStorage', 'none'],
  cookieDomain: 'auto',
  cookiePrefix: '',
  cookieMaxAgeDays: 730,
  cookieUpdate: true,
  cookieSameSite: ['Lax', 'Strict', 'None'],
  dataLayerName: '',
  debug: false,
};
