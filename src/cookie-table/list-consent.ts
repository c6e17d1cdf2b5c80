import type { ConsentRule, Settings } from './types.ts';

/** What happens before, with and after consent, in the order in which visitors meet it. */
export function listConsent(settings: Settings): ConsentRule[] {
  const { consentType = 'analytics_storage', unsetConsent, onWithdrawal, privacySignal } = settings;
  const places =
    (settings['serverUrl'] ?? '') === '' ? 'in the browser' : 'in the browser and at the endpoint';
  const waitMillis = Number(settings['waitForUpdateMillis'] ?? '0');
  return [
    rule('Which consent permits storage?', `${consentType}, as Google’s tags know it.`),
    rule(
      'What happens while it is denied?',
      'Nothing is read or stored. An ID lives in the page until the page is left.',
    ),
    rule(
      'What if nobody has said anything?',
      unsetConsent === 'wait' ? 'That counts as denied.' : 'That counts as granted.',
    ),
    ...(waitMillis > 0
      ? [rule('How long is a choice waited for?', `At most ${waitMillis} milliseconds a page.`)]
      : []),
    rule('What happens when it is granted?', 'The page’s ID is kept, as listed above.'),
    rule(
      'What happens when it is withdrawn?',
      onWithdrawal === 'keep'
        ? 'What is stored stays, and is not used.'
        : `What is stored is erased ${places}, as listed above.`,
    ),
    rule(
      'Does Global Privacy Control count?',
      (privacySignal ?? '') === '' ? 'No.' : 'Yes, as denied.',
    ),
  ];
}

function rule(question: string, answer: string): ConsentRule {
  return { question, answer };
}
