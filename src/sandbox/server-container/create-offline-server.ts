import type { ApiHost, ContainerPort } from '../apis/index.ts';
import { createContainerEvent } from '../container/container-event.ts';
import { createOfflineContainer } from '../container/create-offline-container.ts';
import type { Grants } from '../permissions/index.ts';
import { toSandbox } from '../border/index.ts';
import { SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { createBindToEvent } from './bind-to-event.ts';
import { toIncomingRequest } from './server-request.ts';
import type { ServerRequest } from './server-request.ts';
import { createServerHost, createServerRun } from './server-run.ts';
import type { ServerPage } from './server-run.ts';
import { readSurroundings } from './server-settings.ts';
import type { ServerSurroundings } from './server-settings.ts';

export interface OfflineServerOptions extends ServerSurroundings {
  page: ServerPage;
  grants: Grants;
  /** A container of its own unless given. */
  container?: ContainerPort;
  /** Of `templateDataStorage`. */
  templateData: Map<string, SandboxValue>;
  /** GET of the root unless given. */
  request?: ServerRequest;
  /** None unless given. */
  eventData?: Record<string, unknown>;
}

const containerUrl = 'https://server.example.com/';

/**
 * What the test of one server template stands on: no other templates. The request can be claimed, and `runContainer`
 * calls both its callbacks.
 */
export function createOfflineServer(options: OfflineServerOptions): ApiHost {
  const { page, grants, templateData, eventData } = options;
  const run = createServerRun({
    page,
    port: options.container ?? createOfflineContainer(page),
    settings: readSurroundings(options),
    request: toIncomingRequest(options.request ?? { url: containerUrl }, containerUrl),
  });
  const event = createContainerEvent(1);
  page.schedule(event.close);
  const host: ApiHost = createServerHost(run, {
    grants,
    templateData,
    scope: {
      data: toData(eventData),
      event,
      firestoreCache: new Map(),
    },
    claim: () => {
      run.claimedBy ??= 'Client';
    },
    runContainer: ({ data, onComplete, onStart }) => {
      const { server } = host;
      if (!server) return;
      const inner = { data, event: createContainerEvent(2), firestoreCache: new Map() };
      onStart?.invoke([createBindToEvent(server, inner)]);
      page.schedule(() => {
        inner.event.close();
        onComplete?.invoke([createBindToEvent(server, inner)]);
      });
    },
  });
  return host;
}

function toData(eventData: Record<string, unknown> = {}): SandboxObject {
  const data = toSandbox(eventData);
  return data instanceof SandboxObject ? data : new SandboxObject();
}
