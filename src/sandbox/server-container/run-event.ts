import { createRequire } from '../apis/create-require.ts';
import type { ApiHost, EndedTag } from '../apis/index.ts';
import { serverApis } from '../apis/server/server-apis.ts';
import type { ContainerRun, EventScope } from '../apis/server/server-port.ts';
import { toPage, toSandbox } from '../border/index.ts';
import { createContainerEvent } from '../container/container-event.ts';
import type { ContainerEvent } from '../container/container-event.ts';
import { runTag } from '../container/run-tag.ts';
import { runProgram } from '../evaluate/index.ts';
import { SandboxPromise } from '../values/index.ts';
import type { SandboxFunction, SandboxObject, SandboxValue } from '../values/index.ts';
import { createBindToEvent } from './bind-to-event.ts';
import { withVariables } from '../container/resolve-fields.ts';
import { createServerHost } from './server-run.ts';
import type { ServerRun } from './server-run.ts';
import type { ReadyTemplate } from './server-template.ts';

/** A tag of the container. */
export interface ServerTag extends ReadyTemplate {
  tagId: string;
  firesOn(eventName: string, data: Readonly<Record<string, unknown>>): boolean;
}

/** What an event did. */
export interface ServerEvent {
  name: string;
  data: Record<string, unknown>;
  /** In the order in which they ended. A tag that has not ended is missing. */
  tags: (EndedTag & { message?: string })[];
}

export interface EventRunner {
  run: ServerRun;
  tags: readonly ServerTag[];
  variables: ReadonlyMap<string, ReadyTemplate>;
  events: ServerEvent[];
}

/** `runContainer`: variables and tags for one event. `caller` is the host of the template that called. */
export function runEvent(
  runner: EventRunner,
  { data, onComplete, onStart }: ContainerRun,
  caller: ApiHost,
): void {
  const { run, events } = runner;
  const record = toRecord(data);
  const served: ServerEvent = { name: String(record['event_name'] ?? ''), data: record, tags: [] };
  const containerEvent = createContainerEvent(events.push(served));
  const scope: EventScope = { data, event: containerEvent, firestoreCache: new Map() };
  const callBack = (callback: SandboxFunction | undefined): void => {
    if (callback && caller.server) callback.invoke([createBindToEvent(caller.server, scope)]);
  };
  callBack(onStart);
  containerEvent.onEnd(() => run.page.schedule(() => callBack(onComplete)));
  for (const tag of runner.tags) {
    if (tag.firesOn(served.name, record)) fireTag(runner, tag, { scope, served, containerEvent });
  }
  containerEvent.close();
}

interface Firing {
  scope: EventScope;
  served: ServerEvent;
  containerEvent: ContainerEvent;
}

/** Runs the tag once its variables are there. */
function fireTag(
  runner: EventRunner,
  tag: ServerTag,
  { scope, served, containerEvent }: Firing,
): void {
  const { page } = runner.run;
  const host = createHost(runner, tag, scope);
  const startMillis = page.nowMillis();
  const endTag = containerEvent.begin(tag.tagId, startMillis, () => undefined);
  const require = createRequire(host, serverApis);
  const read = (name: string): unknown => readVariable(runner, scope, [name]);
  const started = withVariables(tag.fields, read, (fields) => {
    runTag({ ...tag, fields, eventId: containerEvent.id, require }, host, (status, message) => {
      const executionTime = page.nowMillis() - startMillis;
      served.tags.push({ id: tag.tagId, status, executionTime, ...(message && { message }) });
      endTag(status, page.nowMillis());
    });
  });
  if (started) void host.server?.track(started);
}

function createHost(runner: EventRunner, template: ReadyTemplate, scope: EventScope): ApiHost {
  const host: ApiHost = createServerHost(runner.run, {
    ...template,
    scope,
    claim: () => {
      throw new Error('claimRequest works in a client only.');
    },
    runContainer: (inner) => runEvent(runner, inner, host),
  });
  return host;
}

/**
 * What the last variable of the path returns; false where it fails, as in Google's runtime. A promise is waited for. A
 * variable that needs itself is undefined.
 */
function readVariable(runner: EventRunner, scope: EventScope, path: readonly string[]): unknown {
  const variable = runner.variables.get(path.at(-1) ?? '');
  if (!variable) return undefined;
  const host = createHost(runner, variable, scope);
  const readInner = (name: string): unknown =>
    path.includes(name) ? undefined : readVariable(runner, scope, [...path, name]);
  return withVariables(variable.fields, readInner, (fields) => {
    const names = new Map<string, SandboxValue>([
      ['data', toSandbox(fields)],
      ['require', createRequire(host, serverApis)],
    ]);
    try {
      const value = runProgram(variable.program, names, variable);
      if (!(value instanceof SandboxPromise)) return toPage(value);
      return value.settled.then(toPage, () => false);
    } catch {
      return false;
    }
  });
}

function toRecord(data: SandboxObject): Record<string, unknown> {
  const copy: unknown = toPage(data);
  return typeof copy === 'object' && copy !== null ? { ...copy } : {};
}
