import { createOfflineContainer } from '../container/create-offline-container.ts';
import { nameOf } from '../container/name-of.ts';
import { createMemoryPage } from '../page/create-memory-page.ts';
import type { MemoryPage } from '../page/create-memory-page.ts';
import { runClients } from './run-clients.ts';
import type { ServerClient } from './run-clients.ts';
import type { ServerEvent, ServerTag } from './run-event.ts';
import { toIncomingRequest } from './server-request.ts';
import type { ServerRequest } from './server-request.ts';
import { createServerRun } from './server-run.ts';
import { readSurroundings } from './server-settings.ts';
import type { ServerSurroundings } from './server-settings.ts';
import { createTemplates } from './server-template.ts';
import type { ReadyTemplate, ServerTemplateSetup } from './server-template.ts';

export interface ServerContainerOptions extends ServerSurroundings {
  /** Where the container is reached; 'https://server.example.com/' unless given. */
  url?: string;
  /** 'GTM-TEST' unless given. */
  containerId?: string;
  /** Unix time in milliseconds. The real clock unless given. */
  nowMillis?: () => number;
  /** At least 0, less than 1. */
  random?: () => number;
  /** Preview: logging that is for debugging only is on. */
  debug?: boolean;
  /** How many rounds of loops and calls end a template with an exception. No limit unless given. */
  stepBudget?: number;
}

/** What came of a request. */
export interface ServerResult {
  /** 400 when no client claimed the request, 500 when none returned a response: Google's numbers are not known. */
  status: number;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer>;
  /** The name of the client. */
  claimedBy?: string;
  events: ServerEvent[];
  /** The images that the browser was told to load. */
  pixels: string[];
  /** What `logToConsole` got. */
  logs: unknown[][];
  /** What clients and later callbacks threw. */
  errors: string[];
}

/** A server container around templates. */
export interface ServerContainer {
  addClient(client: ServerTemplateSetup & { name?: string; priority?: number }): void;
  /** Tags run in the order in which they were added. */
  addTag(tag: ServerTemplateSetup & Pick<ServerTag, 'firesOn'> & { tagId?: string }): void;
  addVariable(variable: ServerTemplateSetup & { name: string }): void;
  /** Waits until everything that the request caused has ended. Timers do not make it wait. */
  handle(request: ServerRequest): Promise<ServerResult>;
}

export function createServerContainer(options: ServerContainerOptions = {}): ServerContainer {
  const { url = 'https://server.example.com/' } = options;
  const settings = readSurroundings(options);
  const prepare = createTemplates(options);
  const clients: ServerClient[] = [];
  const tags: ServerTag[] = [];
  const variables = new Map<string, ReadyTemplate>();
  return {
    addClient: ({ name, priority = 0, ...setup }) => {
      clients.push({ ...prepare(setup), name: name ?? nameOf(setup.template), priority });
    },
    addTag: ({ tagId = String(tags.length + 1), firesOn, ...setup }) => {
      tags.push({ ...prepare(setup), tagId, firesOn });
    },
    addVariable: ({ name, ...setup }) => {
      variables.set(name, prepare(setup));
    },
    handle: async (given) => {
      const page = createMemoryPage({ ...options, url, network: {} });
      const port = createOfflineContainer(page, options);
      const run = createServerRun({ page, port, settings, request: toIncomingRequest(given, url) });
      const events: ServerEvent[] = [];
      const errors = runClients({ run, tags, variables, events }, clients);
      await waitForEnd(page);
      const { claimedBy, response } = run;
      return {
        ...(response.sent ?? {
          status: claimedBy === undefined ? 400 : 500,
          headers: [],
          body: new Uint8Array(0),
          pixels: [],
        }),
        ...(claimedBy !== undefined && { claimedBy }),
        events,
        logs: page.logs,
        errors: [...errors, ...page.errors.map(String)],
      };
    },
  };
}

/** Nothing is left to do but waiting: then the page's clock moves on. */
async function waitForEnd(page: MemoryPage): Promise<void> {
  do await page.drain();
  while (page.skipToNextTimer());
}
