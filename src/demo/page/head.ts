import { announce, readChoice } from './choice.ts';

/*
 * What a site holds above the Google Tag Manager snippet, and what runs here before all else: gtag, the consent
 * default, and the choice of a visitor who has been here before.
 */
window.dataLayer = window.dataLayer || [];
window.gtag = function () {
  // Google takes only a real `arguments` object for a command.
  // eslint-disable-next-line prefer-rest-params
  window.dataLayer.push(arguments);
};
window.gtag('consent', 'default', { analytics_storage: 'denied', wait_for_update: 500 });

const choice = readChoice();
if (choice) announce(choice);
