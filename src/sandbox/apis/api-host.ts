import type { ConsentState } from '../container/consent-state.ts';
import type { DataLayerModel } from '../container/data-layer-model.ts';
import type { Page } from '../page/page.ts';
import type { Grants, Policies } from '../permissions/index.ts';
import type { SandboxFunction, SandboxValue } from '../values/index.ts';
import type { ServerPort } from './server/server-port.ts';

/** What the APIs of one run of a template act on. */
export interface ApiHost {
  readonly page: Page;
  readonly grants: Grants;
  readonly container: ContainerPort;
  /** Shared by all runs of one template in one container. Values are kept by reference. */
  readonly templateStorage: Map<string, SandboxValue>;
  /** Absent outside of an event. */
  readonly event?: EventPort | undefined;
  /** What the APIs of server templates act on besides; absent in a web container. */
  readonly server?: ServerPort;
}

/** What the APIs need of the container. */
export interface ContainerPort {
  readonly facts: ContainerFacts;
  readonly consent: ConsentState;
  readonly dataLayer: DataLayerModel;
  /** What the page allows, `gtag('policy', …)`. */
  readonly policies: Policies;
  /** The domain that `domain: 'auto'` of a cookie found first. */
  readonly cookieDomain: { auto?: string };
  /** The scripts that were injected with a cache token, by token. */
  readonly scripts: Map<string, InjectedScript>;
  /** Queues a gtag command behind the current event, in front of what waits in the data layer. */
  enqueueCommand(command: readonly unknown[]): void;
  /** Calls sandboxed code from outside of a run. */
  invoke(callback: SandboxFunction, args: SandboxValue[]): SandboxValue;
}

export interface ContainerFacts {
  containerId: string;
  version: string;
  environmentName: string;
  environmentMode: boolean;
  debugMode: boolean;
  previewMode: boolean;
}

export interface InjectedScript {
  state: 'loading' | 'loaded';
  /** Who waits for it. */
  waiting: { onSuccess: () => void; onFailure: () => void }[];
}

/** The event during which a template runs. */
export interface EventPort {
  /** Calls back when every tag of the event has ended. */
  onEnd(callback: (tags: EndedTag[]) => void): void;
}

export interface EndedTag {
  id: string;
  status: string;
  executionTime: number;
}
