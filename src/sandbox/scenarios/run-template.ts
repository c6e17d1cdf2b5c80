import type { Permission, Template } from '../../tpl/index.ts';
import { allToPage, toPage, toSandbox } from '../border/index.ts';
import { runInSandbox } from '../container/sandboxed-push.ts';
import { compileProgram, runProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import { createMemoryPage } from '../page/create-memory-page.ts';
import type { MemoryPage } from '../page/create-memory-page.ts';
import type { HttpNetwork } from '../apis/server/server-port.ts';
import type { Network } from '../page/page.ts';
import type { ServerRequest } from '../server-container/server-request.ts';
import type { Grants } from '../permissions/index.ts';
import { SandboxError, SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { completeWindow } from './complete-window.ts';
import { limitCallbacks } from './limit-callbacks.ts';
import { createMockableApis } from './mockable-apis.ts';
import { createTemplateHost } from './template-host.ts';
import type { TemplateHost } from './template-host.ts';

/** What is run: a template, or code as it stands in one. */
type Source = { template: Template; code?: never } | { code: string; template?: never };

export type RunTemplateOptions = Source & {
  /** The values of the form, as `data` holds them. Functions are called with native values. */
  data?: Readonly<Record<string, unknown>>;
  /** The page: a plain object or a real window. What it lacks of document and location is added. */
  window?: object;
  /** Where the page is, when the window does not say; 'https://www.example.com/' unless given. */
  url?: string;
  /** Those of the template unless given; code alone may do everything. */
  permissions?: readonly Permission[] | 'any';
  /** Unix time in milliseconds. */
  clock?: () => number;
  /** At least 0, less than 1. */
  random?: () => number;
  /** Answers requests. On a page those that it does not answer succeed; on a server, a function answers all or they fail. */
  network?: Partial<Network> | HttpNetwork;
  /** The request that a server template sees; GET of the root unless given. */
  request?: ServerRequest;
  /** What `getEventData` of a server template reads. */
  eventData?: Record<string, unknown>;
  /** Where code alone runs; 'web' unless given. */
  context?: 'web' | 'server';
  /** What messages call the code; 'template.tpl' unless given. */
  file?: string;
  /** Rounds of loops and calls of functions; 10,000,000 unless given. */
  stepBudget?: number;
};

/** A call that the template made of an API, or of `gtmOnSuccess` and `gtmOnFailure`. */
export interface ObservedCall {
  /** Such as `setCookie` or `localStorage.getItem`. */
  api: string;
  /** Native copies. */
  args: unknown[];
}

export interface TemplateRun {
  /** 'pending': a tag called neither callback. 'returned': a variable or a client came to its end. */
  status: 'success' | 'failure' | 'exception' | 'pending' | 'returned';
  /** What the code returned, as a native value. */
  value: unknown;
  /** Of an exception: the error, with its place in the message. */
  error: Error | undefined;
  /** In their order. */
  calls: ObservedCall[];
}

/**
 * Runs a template once against a page, and resolves when its callbacks and requests have come to an end. Rejects only
 * when the code is none that Google's runtime would take (SandboxSyntaxError).
 */
export async function runTemplate(options: RunTemplateOptions): Promise<TemplateRun> {
  const { template, file = 'template.tpl' } = options;
  const program = compileProgram(template?.code ?? options.code ?? '', file);
  const page = createPage(options);
  const calls: ObservedCall[] = [];
  const apis = createMockableApis(createHost(options, page), (api, args) => {
    calls.push({ api, args: allToPage(args) });
  });
  const ending: Ending = { ends: [], page, record: apis.record };
  const names = new Map<string, SandboxValue>([
    ['data', createData(options.data ?? {}, ending)],
    ['require', apis.require],
  ]);
  const { stepBudget = 10_000_000 } = options;
  const outcome = attempt(() =>
    runInSandbox(page.window, () => toPage(runProgram(program, names, { stepBudget }))),
  );
  await page.drain();
  const error = outcome.error ?? limitError(program, page);
  const status = error ? 'exception' : statusOf(template, ending.ends[0], outcome.value);
  return { status, value: outcome.value, error, calls };
}

type End = 'success' | 'failure';

/** The callbacks of a tag that were called, in their order. */
interface Ending {
  ends: End[];
  page: MemoryPage;
  record(name: string, args: readonly SandboxValue[]): void;
}

function createPage({ window, url, clock, random, network }: RunTemplateOptions): MemoryPage {
  const location: unknown = window && Reflect.get(window, 'location');
  const href: unknown =
    typeof location === 'object' && location ? Reflect.get(location, 'href') : undefined;
  const page = createMemoryPage({
    url: url ?? (typeof href === 'string' ? href : 'https://www.example.com/'),
    ...(clock && { nowMillis: clock }),
    ...(random && { random }),
    ...(network && typeof network !== 'function' && { network }),
  });
  // Cast: the window of a memory page has more than the APIs read.
  const limited = limitCallbacks(page);
  return window
    ? { ...limited, window: completeWindow(window, page.window) as MemoryPage['window'] }
    : limited;
}

function createHost(options: RunTemplateOptions, page: MemoryPage): TemplateHost {
  const { template, permissions, network, request, eventData } = options;
  const listed = permissions ?? template?.permissions ?? 'any';
  const server = {
    ...(typeof network === 'function' && { network }),
    ...(request && { request }),
    ...(eventData && { eventData }),
  };
  return createTemplateHost(
    {
      info: template?.info ?? bareInfo(options.context),
      permissions: listed === 'any' ? [] : [...listed],
    },
    { page, templateStorage: new Map(), server, ...(listed === 'any' && { grants: everything }) },
  );
}

function bareInfo(context: RunTemplateOptions['context']): Template['info'] {
  const containerContexts: Template['info']['containerContexts'] =
    context === 'server' ? ['SERVER'] : ['WEB'];
  return { type: 'TAG', id: '', version: 1, displayName: '', description: '', containerContexts };
}

const everything: Grants = { check: () => undefined, allows: () => true };

/** A value that the sandbox cannot hold is there as undefined. The callbacks come by `setTimeout` 0, as Google's do. */
function createData(given: Readonly<Record<string, unknown>>, ending: Ending): SandboxObject {
  const data = new SandboxObject();
  for (const [name, value] of Object.entries(given)) data.properties.set(name, toSandbox(value));
  data.properties.set('gtmOnSuccess', createCallback('gtmOnSuccess', 'success', ending, data));
  data.properties.set('gtmOnFailure', createCallback('gtmOnFailure', 'failure', ending, data));
  return data;
}

function createCallback(
  name: string,
  end: End,
  { ends, page, record }: Ending,
  data: SandboxObject,
): SandboxFunction {
  const own = data.properties.get(name);
  return new SandboxFunction(name, (args) => {
    record(name, args);
    page.schedule(() => {
      ends.push(end);
      if (own instanceof SandboxFunction && ends.length === 1) own.invoke(args);
    });
    return undefined;
  });
}

function attempt(run: () => unknown): { value: unknown; error?: Error } {
  try {
    return { value: run() };
  } catch (error) {
    const caught = error instanceof Error ? error : new SandboxError(String(error));
    return { value: undefined, error: caught };
  }
}

/** A callback's error is swallowed, but not that it went on for too long. */
function limitError({ budget, file }: Program, { errors }: MemoryPage): Error | undefined {
  if (budget.isExhausted) return budget.error().locate(file);
  return errors.find((error) => error instanceof SandboxError)?.locate(file);
}

function statusOf(
  template: Template | undefined,
  end: End | undefined,
  value: unknown,
): TemplateRun['status'] {
  if (template && template.info.type !== 'TAG') return 'returned';
  if (end) return end;
  return !template && value !== undefined ? 'returned' : 'pending';
}
