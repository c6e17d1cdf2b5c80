import { buildContainer } from '../../../src/generator/container/index.ts';
import { planWebContainer } from '../../../src/gtm/containers/web-container.ts';
import type { WebSettings } from '../../../src/gtm/containers/web-container.ts';
import type { Identity } from '../../../src/core/types.ts';
import {
  createContainer,
  createCookieJar,
  createMemoryPage,
  importContainer,
} from '../../../src/sandbox/index.ts';
import type { ContainerExport, MemoryPage, TagStatus } from '../../../src/sandbox/index.ts';
import { unwrapPush } from '../../../src/sandbox/container/sandboxed-push.ts';
import { readCookies } from '../../../src/sandbox/page/index.ts';
import { parseTemplate } from '../../../src/tpl/index.ts';
import { readFileSync } from 'node:fs';
import { makeTemplate } from '../../sandbox/container/site.ts';

const SITE = 'https://www.example.com/';

/** A consent tool: where it says its default, and a choice that it remembers. */
export interface SimulatedTool {
  place: 'page' | 'container' | 'none';
  /** The visitor's earlier choice, which arrives after so many milliseconds. */
  remembered?: { choice: 'granted' | 'denied'; afterMillis: number };
  /** The earlier choice that a tool in the container says at once, through the sandbox's APIs. */
  saysByApi?: 'granted' | 'denied';
  /** What the browser says by itself. */
  globalPrivacyControl?: boolean;
}

/** A page with the web container, imported from the text of its JSON. */
export interface ImportedPage {
  page: MemoryPage;
  statuses: TagStatus[];
  /** What first_party_id events told, in order. */
  identities(): Identity[];
  cookieNames(): string[];
  push(message: unknown): void;
  gtag(...command: unknown[]): void;
  /** The visitor decides. */
  choose(choice: 'granted' | 'denied'): void;
  run(): Promise<void>;
  /** Lets time pass; timers run. */
  wait(millis: number): Promise<void>;
}

/** The export for a site's settings, read back from what is written. */
export function exportFor(settings: WebSettings): ContainerExport {
  const [tag, variable] = ['tag', 'variable'].map(
    (name) => parseTemplate(readFileSync(`template/first-party-id-${name}.tpl`, 'utf8')).template,
  );
  if (!tag || !variable) throw new Error('There are no templates.');
  return JSON.parse(JSON.stringify(buildContainer(planWebContainer([tag, variable], settings))));
}

export function openPage(
  exported: ContainerExport,
  tool: SimulatedTool,
  jar = createCookieJar(),
): ImportedPage {
  let nowMillis = 1_700_000_000_000;
  const page = createMemoryPage({ url: SITE, cookieJar: jar, nowMillis: () => nowMillis });
  Reflect.set(page.window.navigator, 'globalPrivacyControl', tool.globalPrivacyControl);
  const { schedule } = page;
  // As long as browsers make nested timers wait.
  page.schedule = (callback) =>
    schedule(() => {
      nowMillis += 4;
      callback();
    });
  const dataLayer: unknown[] = [];
  page.window['dataLayer'] = dataLayer;
  const gtag: ImportedPage['gtag'] = function () {
    // eslint-disable-next-line prefer-rest-params -- GTM takes only a real `arguments` object for a command.
    dataLayer.push(arguments);
  };
  const container = createContainer({ page });
  const statuses: TagStatus[] = [];
  container.onTagStatus((status) => statuses.push(status));
  startTool(tool, { page, gtag, addTag: container.addTag });
  importContainer({ container, page }, exported);
  container.start();
  return {
    page,
    statuses,
    identities: () => dataLayer.map(unwrapPush).filter(isIdentityEvent).map(toIdentity),
    cookieNames: () =>
      readCookies(jar, { url: SITE, nowMillis, by: 'server' })
        .map(({ key }) => key)
        .sort(),
    push: (message) => dataLayer.push(message),
    gtag,
    choose: (choice) => gtag('consent', 'update', { analytics_storage: choice }),
    run: () => page.drain(),
    wait: async (millis) => {
      nowMillis += millis;
      page.advance(millis);
      await page.drain();
    },
  };
}

interface ToolSurroundings {
  page: MemoryPage;
  gtag: ImportedPage['gtag'];
  addTag: ReturnType<typeof createContainer>['addTag'];
}

function startTool(tool: SimulatedTool, around: ToolSurroundings): void {
  const { place, remembered, saysByApi } = tool;
  const { page, gtag, addTag } = around;
  const denied = { analytics_storage: 'denied', wait_for_update: 500 };
  if (place === 'page') gtag('consent', 'default', denied);
  if (place === 'container') {
    const template = makeTemplate(`
      require('setDefaultConsentState')(${JSON.stringify(denied)});
      require('updateConsentState')(${JSON.stringify({ analytics_storage: saysByApi })});
      data.gtmOnSuccess();`);
    addTag({
      template,
      fields: {},
      firesOn: (event) => event === 'gtm.init_consent',
      tagId: 'tool',
    });
  }
  if (!remembered) return;
  const { choice, afterMillis } = remembered;
  const startMillis = page.nowMillis();
  const lookAgain = (): void => {
    if (page.nowMillis() - startMillis < afterMillis) page.schedule(lookAgain);
    else gtag('consent', 'update', { analytics_storage: choice });
  };
  page.schedule(lookAgain);
}

function isIdentityEvent(message: unknown): message is { firstPartyId: Identity } {
  const hasEvent = typeof message === 'object' && message !== null && 'event' in message;
  return hasEvent && message.event === 'first_party_id';
}

function toIdentity({ firstPartyId }: { firstPartyId: Identity }): Identity {
  return firstPartyId;
}
