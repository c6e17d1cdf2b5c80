import { createContainer } from '../../sandbox/container/index.ts';
import { createBrowserPage } from '../../sandbox/page/create-browser-page.ts';
import type { Network } from '../../sandbox/index.ts';
import { parseTemplate } from '../../tpl/index.ts';
import { PROPERTY_ID } from './cookie-names.ts';
import { SERVER_URL } from './routed-network.ts';

/** The tags as a marketer sets them up: an action, and the events that fire it. */
const tags = [
  { action: 'identify', events: ['gtm.js', 'gtm.historyChange-v2'] },
  { action: 'engage', events: ['gtm.timer'] },
  { action: 'newSession', events: ['demo.newSession'] },
  { action: 'forget', events: ['demo.forget'] },
];

/** Runs the built template in a container on this page. */
export async function startTags(network: Network): Promise<void> {
  const response = await fetch('/template.tpl');
  if (!response.ok) throw new Error(`The template is missing (${response.status}).`);
  const { template } = parseTemplate(await response.text(), 'template.tpl');
  const container = createContainer({ page: createBrowserPage({ network }) });
  for (const { action, events } of tags) {
    container.addTag({
      template,
      fields: { propertyIds: PROPERTY_ID, serverUrl: SERVER_URL, action },
      firesOn: (event) => events.includes(event),
    });
  }
  container.start();
  startTimer();
}

/** The timer trigger of the engage tag, as a marketer sets it. */
const timerMillis = 10_000;

/** GTM's timer trigger, with a limit of one. */
function startTimer(): void {
  setTimeout(() => {
    window.dataLayer.push({ event: 'gtm.timer', 'gtm.timerInterval': String(timerMillis) });
  }, timerMillis);
}
