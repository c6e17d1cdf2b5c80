import { announce, isChoice, keepChoice, readChoice } from './choice.ts';
import type { Choice } from './choice.ts';

/** The banner and the consent settings: what a consent tool does on a site. */
export function startConsentTool(isUpdateSent: () => boolean): void {
  showChoice();
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-choose]') : null;
    const choice = button?.getAttribute('data-choose');
    if (!isChoice(choice)) return;
    const isInBanner = button?.closest('#banner') !== null;
    choose(choice, isUpdateSent());
    // The banner is gone, and the focus with it.
    if (isInBanner) document.getElementById('main')?.focus();
  });
}

function choose(choice: Choice, isUpdateSent: boolean): void {
  keepChoice(choice);
  showChoice();
  // An update cannot be taken back on the page that has sent it.
  if (choice === 'denied' && isUpdateSent) location.reload();
  else announce(choice);
}

function showChoice(): void {
  const choice = readChoice();
  const banner = document.getElementById('banner');
  if (banner) banner.hidden = choice !== undefined;
  document.body.classList.toggle('asks', choice === undefined);
  for (const button of document.querySelectorAll('#consent-settings [data-choose]')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-choose') === choice));
  }
}
