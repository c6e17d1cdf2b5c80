import { createRequire } from '../apis/create-require.ts';
import type { ApiHost } from '../apis/index.ts';
import { serverApis } from '../apis/server/server-apis.ts';
import { toSandbox } from '../border/index.ts';
import { runProgram } from '../evaluate/index.ts';
import { SandboxError } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { runEvent } from './run-event.ts';
import type { EventRunner } from './run-event.ts';
import { createServerHost } from './server-run.ts';
import type { ReadyTemplate } from './server-template.ts';

/** A client of the container. */
export interface ServerClient extends ReadyTemplate {
  name: string;
  /** The highest is asked first. */
  priority: number;
}

/** Asks the clients, the highest priority first, until one claims the request. Answers what those threw. */
export function runClients(runner: EventRunner, clients: readonly ServerClient[]): string[] {
  const errors: string[] = [];
  const ordered = [...clients].sort((one, other) => other.priority - one.priority);
  for (const client of ordered) {
    try {
      runClient(runner, client);
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
    if (runner.run.claimedBy !== undefined) break;
  }
  return errors;
}

function runClient(runner: EventRunner, client: ServerClient): void {
  const { run } = runner;
  let hasReturned = false;
  const host: ApiHost = createServerHost(run, {
    ...client,
    scope: undefined,
    claim: () => {
      if (hasReturned) throw new SandboxError('claimRequest was called after the client returned.');
      run.claimedBy ??= client.name;
    },
    runContainer: (inner) => runEvent(runner, inner, host),
  });
  const names = new Map<string, SandboxValue>([
    ['data', toSandbox(client.fields)],
    ['require', createRequire(host, serverApis)],
  ]);
  try {
    runProgram(client.program, names, client);
  } finally {
    hasReturned = true;
  }
}
