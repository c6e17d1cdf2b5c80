import type { PageWindow } from '../page/page.ts';
import { isSandboxRunning, SandboxedPush, unwrapPush } from './sandboxed-push.ts';

/** What waits to be processed: a message of the data layer, or a command that a template queued. */
export type QueuedItem =
  { from: 'dataLayer'; value: unknown } | { from: 'template'; command: readonly unknown[] };

/**
 * The order in which a container works. Templates' commands come first, then messages in the order they were pushed.
 * What arrives while an item is processed waits for its end.
 */
export interface MessageQueue {
  /** Takes over the data layer's `push` and processes what is in it already. */
  start(firstMessage?: object): void;
  enqueueCommand(command: readonly unknown[]): void;
  /** Puts messages in front of what waits in the data layer. */
  putInFront(messages: readonly unknown[]): void;
}

/** Google's runtime cuts an overlong data layer from the front. */
const longestDataLayer = 1000;

export function createMessageQueue(
  { window, dataLayerName }: { window: PageWindow; dataLayerName: string },
  process: (item: QueuedItem) => void,
): MessageQueue {
  const commands: (readonly unknown[])[] = [];
  let messages: unknown[] = [];
  let isProcessing = false;

  function takeNext(): QueuedItem | undefined {
    const command = commands.shift();
    if (command) return { from: 'template', command };
    return messages.length > 0 ? { from: 'dataLayer', value: messages.shift() } : undefined;
  }

  function processAll(): void {
    if (isProcessing) return;
    isProcessing = true;
    for (let item = takeNext(); item; item = takeNext()) attempt(process, item);
    isProcessing = false;
  }

  return {
    start: (firstMessage) => {
      const dataLayer = findOrMakeList(window, dataLayerName);
      messages = dataLayer.map(unwrapPush);
      takeOverPush(window, dataLayer, (values) => {
        messages.push(...values);
        return processAll;
      });
      if (firstMessage && !messages.some(isLoadMessage)) dataLayer.push(firstMessage);
      processAll();
    },
    enqueueCommand: (command) => {
      commands.push(command);
      processAll();
    },
    putInFront: (values) => {
      messages.unshift(...values);
    },
  };
}

/** `accept` gets the values before they are stored, and answers what is to be done after. */
function takeOverPush(
  window: PageWindow,
  dataLayer: unknown[],
  accept: (values: unknown[]) => () => void,
): void {
  const previous: unknown = dataLayer.push;
  const push = (...values: unknown[]) => {
    const stored = isSandboxRunning(window) ? values.map(markAsSandboxed) : values;
    const processAccepted = accept(values.map(unwrapPush));
    if (typeof previous === 'function') Reflect.apply(previous, dataLayer, stored);
    dataLayer.splice(0, dataLayer.length - longestDataLayer);
    processAccepted();
    // Google's `push` answers true, where an array's answers the length.
    return true;
  };
  // Not an assignment, which fails where the page has frozen Array.prototype.
  Object.defineProperty(dataLayer, 'push', {
    value: push,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function markAsSandboxed(value: unknown): SandboxedPush {
  return value instanceof SandboxedPush ? value : new SandboxedPush(value);
}

function findOrMakeList(window: PageWindow, name: string): unknown[] {
  const found = window[name];
  if (Array.isArray(found)) return found;
  const list: unknown[] = [];
  window[name] = list;
  return list;
}

function isLoadMessage(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  // Asked without running a getter of the page.
  return Object.getOwnPropertyDescriptor(message, 'event')?.value === 'gtm.js';
}

/** Whatever the page pushed, its own `push` call must not fail. */
function attempt(process: (item: QueuedItem) => void, item: QueuedItem): void {
  try {
    process(item);
  } catch {
    // Google's runtime goes on with the next message.
  }
}
