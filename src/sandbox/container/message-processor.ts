import type { ContainerPort } from '../apis/index.ts';
import type { FiredEvent } from './fire-tags.ts';
import { applyCommand, startsEvents } from './gtag-commands.ts';
import type { CommandTarget } from './gtag-commands.ts';
import type { QueuedItem } from './message-queue.ts';

/** Google inserts these in front of the first message that has an event. */
const firstEvents = ['gtm.init_consent', 'gtm.init'];

/** Processes the messages of one container: gtag commands, values for the model, events. */
export function createMessageProcessor(
  port: ContainerPort,
  fire: (fired: FiredEvent) => void,
  putInFront: (messages: readonly unknown[]) => void,
): (item: QueuedItem) => void {
  let lastEventId = 0;
  let hasBegun = false;

  const processMessage = (message: object): void => {
    lastEventId += 1;
    const eventId = lastEventId;
    // Written on the page's own object, as Google does; a frozen one stays as it is.
    Reflect.set(message, 'gtm.uniqueEventId', eventId);
    port.dataLayer.merge(message);
    const event = eventOf(message);
    if (event !== undefined) fire({ event, eventId, ...timeoutOf(message) });
  };
  const target: CommandTarget = { ...port, fireEvent: processMessage };

  return (item) => {
    if (item.from === 'template') {
      applyCommand(target, item.command);
      return;
    }
    const { value } = item;
    const command = isArguments(value) ? Array.from(value) : undefined;
    if (!hasBegun && (command ? startsEvents(command) : eventOf(value) !== undefined)) {
      hasBegun = true;
      putInFront([...firstEvents.map((event) => ({ event })), value]);
      return;
    }
    if (command) applyCommand(target, command);
    else if (typeof value === 'function') callWithModel(value, port);
    else if (isMessage(value)) processMessage(value);
  };
}

/** A function in the data layer is called with the model as `this`. */
function callWithModel(value: object, { dataLayer }: ContainerPort): void {
  if (typeof value !== 'function') return;
  const model = {
    get: (key: string) => dataLayer.read(key),
    set: (key: string, set: unknown) => dataLayer.merge({ [key]: set }),
  };
  Reflect.apply(value, model, []);
}

/** A gtag command is a real `arguments` object; an array with the same content is none. */
function isArguments(value: unknown): value is ArrayLike<unknown> {
  return Object.prototype.toString.call(value) === '[object Arguments]';
}

function isMessage(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Positive numbers only, in milliseconds. */
function timeoutOf(message: object): { timeoutMillis?: number } {
  const timeoutMillis = 'eventTimeout' in message ? Number(message.eventTimeout) : 0;
  return timeoutMillis > 0 ? { timeoutMillis } : {};
}

function eventOf(value: unknown): string | undefined {
  if (!isMessage(value) || !('event' in value)) return undefined;
  return typeof value.event === 'string' && value.event ? value.event : undefined;
}
