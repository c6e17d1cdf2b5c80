import type { Identity } from '../../src/core/types.ts';
import { createContainer, importContainer } from '../../src/sandbox/container/index.ts';
import { unwrapPush } from '../../src/sandbox/container/sandboxed-push.ts';
import { createBrowserPage } from '../../src/sandbox/page/create-browser-page.ts';
import type { ContainerExport } from '../../src/tpl/container/types.ts';
import type { Template } from '../../src/tpl/index.ts';
import type { Choice } from './tag-page.ts';

// Runs in a page: the web container as its JSON says, on the page's real cookies, network and history.

/** What a test does in the page. */
export interface ImportPage {
  start(consent: Choice | undefined): void;
  gtag(...command: unknown[]): void;
  /** What the variables said at each first_party_id event, in order. */
  readonly seen: Record<string, unknown>[];
  /** The events that fired the container's own tag, each with how it ended. */
  readonly fired: string[];
  readIdentities(): Identity[];
}

declare global {
  interface Window {
    importedContainer: ContainerExport;
    importPage: ImportPage;
  }
}

const VARIABLES = ['Client ID', 'Session ID', 'Session number', 'Server ID', 'Consent', 'Reasons'];
const globals = window as unknown as { dataLayer: unknown[]; keep: (values: object) => void };
globals.dataLayer = [];
globals.keep = (values) => window.importPage.seen.push({ ...values });

window.importPage = {
  seen: [],
  fired: [],
  start,
  gtag: function () {
    // eslint-disable-next-line prefer-rest-params -- GTM takes only a real `arguments` object for a command.
    globals.dataLayer.push(arguments);
  },
  readIdentities: () =>
    globals.dataLayer
      .map(unwrapPush)
      .filter(isIdentityEvent)
      .map(({ firstPartyId }) => firstPartyId),
};

function start(consent: Choice | undefined): void {
  const { gtag, fired } = window.importPage;
  if (consent) gtag('consent', 'default', { analytics_storage: consent });
  const page = createBrowserPage();
  const container = createContainer({ page });
  importContainer({ container, page }, window.importedContainer);
  container.addTag({
    template: spy,
    tagId: 'spy',
    fields: {
      values: Object.fromEntries(VARIABLES.map((name) => [name, `{{First-Party ID - ${name}}}`])),
    },
    firesOn: (event) => event === 'first_party_id',
  });
  container.onTagStatus(({ tagId, event, status }) => {
    if (tagId !== 'spy') fired.push(`${event} ${status}`);
  });
  container.start();
}

/** A tag of somebody else that uses the variables. */
const spy: Template = {
  info: {
    type: 'TAG',
    id: 'cvt_temp_public_id',
    version: 1,
    displayName: 'Spy',
    description: '',
    containerContexts: ['WEB'],
  },
  parameters: [],
  code: "require('callInWindow')('keep', data.values);\ndata.gtmOnSuccess();",
  permissions: [
    {
      instance: {
        key: { publicId: 'access_globals', versionId: '1' },
        param: [{ key: 'keys', value: { type: 2, listItem: [grantCall('keep')] } }],
      },
      isRequired: true,
    },
  ],
  tests: { scenarios: [] },
};

function grantCall(name: string) {
  const flags = { read: false, write: false, execute: true };
  return {
    type: 3 as const,
    mapKey: ['key', ...Object.keys(flags)].map((string) => ({ type: 1 as const, string })),
    mapValue: [
      { type: 1 as const, string: name },
      ...Object.values(flags).map((boolean) => ({ type: 8 as const, boolean })),
    ],
  };
}

function isIdentityEvent(message: unknown): message is { firstPartyId: Identity } {
  const hasEvent = typeof message === 'object' && message !== null && 'event' in message;
  return hasEvent && message.event === 'first_party_id';
}
