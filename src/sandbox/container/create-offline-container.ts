import type { ContainerPort } from '../apis/index.ts';
import type { Page } from '../page/page.ts';
import { createContainerPort } from './container-port.ts';
import { applyCommand } from './gtag-commands.ts';

/** What a template's test stands on: no tags, no events; commands take effect when the running code has ended. */
export function createOfflineContainer(
  page: Page,
  { containerId = 'GTM-TEST', debug = true }: { containerId?: string; debug?: boolean } = {},
): ContainerPort {
  const settings = { page, containerId, region: undefined, debug };
  const port: ContainerPort = createContainerPort(settings, (command) => {
    page.schedule(() => {
      applyCommand({ ...port, fireEvent: port.dataLayer.merge }, command);
    });
  });
  return port;
}
