import type { Identity } from '../../src/core/types.ts';
import { createContainer } from '../../src/sandbox/container/index.ts';
import type { TagStatus } from '../../src/sandbox/container/index.ts';
import { unwrapPush } from '../../src/sandbox/container/sandboxed-push.ts';
import { createBrowserNetwork } from '../../src/sandbox/page/create-browser-network.ts';
import { createBrowserPage } from '../../src/sandbox/page/create-browser-page.ts';
import type { Network } from '../../src/sandbox/page/index.ts';
import type { Template } from '../../src/tpl/index.ts';

// Runs in a page: the template in a container of the sandbox, on the page's real cookies and network.

export type Choice = 'granted' | 'denied';

/** What is on a page. */
export interface TagSetup {
  /** The fields of each tag; all fire on gtm.js and on gtm.historyChange. */
  tags: Record<string, unknown>[];
  /** What gtag commands above the container say about analytics_storage. */
  consent?: { default?: Choice; update?: Choice };
}

/** What a test does in the page. */
export interface TagPage {
  /** How tags have ended, in that order. */
  readonly statuses: TagStatus['status'][];
  startTags(setup: TagSetup): void;
  /** Resolves when so many tags have ended. */
  whenEnded(count: number): Promise<void>;
  /** Pushes to the data layer that is there now. */
  push(message: unknown): void;
  gtag(...command: unknown[]): void;
  /** The identities that first_party_id events of the data layer told, in order. */
  readIdentities(): Identity[];
}

declare global {
  interface Window {
    /** The .tpl file, parsed. */
    builtTemplate: Template;
    tagPage: TagPage;
  }
}

// Other scripts of the project declare these globals in their own way.
const globals = window as unknown as { dataLayer?: unknown };
const events = ['gtm.js', 'gtm.historyChange'];
const ends: { count: number; resolve: () => void }[] = [];

window.tagPage = {
  statuses: [],
  startTags,
  whenEnded: (count) =>
    new Promise((resolve) => {
      if (window.tagPage.statuses.length >= count) resolve();
      else ends.push({ count, resolve });
    }),
  push: (message) => {
    globals.dataLayer ??= [];
    if (Array.isArray(globals.dataLayer)) globals.dataLayer.push(message);
  },
  gtag: function () {
    // eslint-disable-next-line prefer-rest-params -- GTM takes only a real `arguments` object for a command.
    window.tagPage.push(arguments);
  },
  readIdentities: () =>
    Array.isArray(globals.dataLayer)
      ? globals.dataLayer.map(unwrapPush).filter(isIdentityEvent).map(toIdentity)
      : [],
};

function startTags({ tags, consent = {} }: TagSetup): void {
  const { statuses, gtag } = window.tagPage;
  for (const [command, choice] of Object.entries(consent)) {
    gtag('consent', command, { analytics_storage: choice });
  }
  const container = createContainer({ page: createBrowserPage({ network: createOwnNetwork() }) });
  for (const fields of tags) {
    const template = window.builtTemplate;
    container.addTag({ template, fields, firesOn: (event) => events.includes(event) });
  }
  container.onTagStatus(({ status }) => {
    statuses.push(status);
    for (const { count, resolve } of ends) if (statuses.length >= count) resolve();
  });
  container.start();
}

interface IdentityEvent {
  event: string;
  firstPartyId: Identity;
}

function isIdentityEvent(message: unknown): message is IdentityEvent {
  const hasEvent = typeof message === 'object' && message !== null && 'event' in message;
  return hasEvent && message.event === 'first_party_id';
}

function toIdentity({ firstPartyId }: IdentityEvent): Identity {
  return firstPartyId;
}

/**
 * The sandbox allows pixels to https hosts with a dot only, which localhost has not: there, id.example.test stands for
 * the page's own host.
 */
function createOwnNetwork(): Network {
  const network = createBrowserNetwork();
  const toOwnHost = (url: string) => url.replace('https://id.example.test/', `${origin}/`);
  return { ...network, loadImage: (url) => network.loadImage(toOwnHost(url)) };
}
