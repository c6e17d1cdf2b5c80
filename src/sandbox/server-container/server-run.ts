import type { ApiHost, ContainerPort } from '../apis/index.ts';
import { createResponseDraft } from '../apis/server/response-draft.ts';
import type { ResponseDraft } from '../apis/server/response-draft.ts';
import type {
  ContainerRun,
  EventScope,
  IncomingRequest,
  Messages,
  ServerPort,
  ServerSettings,
} from '../apis/server/server-port.ts';
import type { Page } from '../page/page.ts';
import type { Grants } from '../permissions/index.ts';
import type { SandboxValue } from '../values/index.ts';

/** A page with its clock and scheduler. One that can wait for promises does so at its `drain`. */
export type ServerPage = Page & { track?<T>(promise: Promise<T>): Promise<T> };

/** What all templates of one request share. */
export interface ServerRun {
  page: ServerPage;
  port: ContainerPort;
  settings: ServerSettings;
  request: IncomingRequest;
  response: ResponseDraft;
  messages: Messages;
  /** The client that claimed the request. */
  claimedBy: string | undefined;
}

export function createServerRun(
  run: Pick<ServerRun, 'page' | 'port' | 'settings' | 'request'>,
): ServerRun {
  return {
    ...run,
    response: createResponseDraft(),
    messages: new Map(),
    claimedBy: undefined,
  };
}

/** What differs from template to template. */
export interface ServerTemplateRun {
  grants: Grants;
  templateData: Map<string, SandboxValue>;
  scope: EventScope | undefined;
  claim(): void;
  runContainer(run: ContainerRun): void;
}

/** What the APIs of one run of a server template act on. */
export function createServerHost(run: ServerRun, template: ServerTemplateRun): ApiHost {
  const server: ServerPort = {
    request: run.request,
    response: run.response,
    settings: run.settings,
    messages: run.messages,
    templateData: template.templateData,
    get clientName() {
      return run.claimedBy;
    },
    scope: template.scope,
    claim: template.claim,
    runContainer: template.runContainer,
    track: (promise) => run.page.track?.(promise) ?? promise,
  };
  return {
    page: run.page,
    grants: template.grants,
    container: run.port,
    templateStorage: new Map(),
    server,
    // Read at each call, because `bindToEvent` changes it.
    get event() {
      return server.scope?.event;
    },
  };
}
