import type { ContainerFacts, ContainerPort } from '../apis/index.ts';
import type { Page } from '../page/page.ts';
import { createPolicies } from '../permissions/index.ts';
import { createConsentState } from './consent-state.ts';
import type { ConsentState } from './consent-state.ts';
import { publishConsent } from './publish-consent.ts';
import { createDataLayerModel } from './data-layer-model.ts';
import { runInSandbox } from './sandboxed-push.ts';

/** Google keeps one consent state for all containers of a page. */
const consentStates = new WeakMap<object, ConsentState>();

/** Where and as what a container runs. */
export interface ContainerSettings {
  page: Page;
  containerId: string;
  region: string | undefined;
  debug: boolean;
}

/** The state of a container that its templates see. */
export function createContainerPort(
  settings: ContainerSettings,
  enqueueCommand: (command: readonly unknown[]) => void,
): ContainerPort {
  const { window } = settings.page;
  const consent = consentStates.get(window) ?? createConsentState(settings.region, settings.page);
  consentStates.set(window, consent);
  publishConsent(window, consent);
  return {
    facts: describe(settings),
    consent,
    dataLayer: createDataLayerModel(),
    policies: createPolicies(settings.containerId),
    cookieDomain: {},
    scripts: new Map(),
    enqueueCommand,
    invoke: (callback, args) => runInSandbox(window, () => callback.invoke(args)),
  };
}

function describe({ containerId, debug }: ContainerSettings): ContainerFacts {
  return {
    containerId,
    version: '1',
    environmentName: '',
    environmentMode: false,
    debugMode: debug,
    previewMode: debug,
  };
}
