import type { Identity } from '../../core/types.ts';

/** The line that a message gets in the list of the data layer. */
export interface SeenMessage {
  atMillis: number;
  name: string;
  detail: string;
}

/** Names a message: an event, a gtag command, or values only. */
export function describeMessage(message: unknown, atMillis: number): SeenMessage {
  if (isArguments(message)) {
    const [command, mode, settings] = Array.from(message);
    return { atMillis, name: `gtag ${String(command)} ${String(mode)}`, detail: toText(settings) };
  }
  if (!isRecord(message)) return { atMillis, name: typeof message, detail: '' };
  const { event, ...rest } = message;
  const details = Object.entries(rest).filter(([key]) => key !== 'gtm.uniqueEventId');
  const name = typeof event === 'string' ? event : 'values';
  return { atMillis, name, detail: toText(Object.fromEntries(details)) };
}

/** The part of the `first_party_id` event that the panel shows; `undefined` for all other messages. */
export function readIdentity(message: unknown): Partial<Identity> | undefined {
  if (!isRecord(message) || message['event'] !== 'first_party_id') return undefined;
  const identity = message['firstPartyId'];
  return isRecord(identity) ? identity : undefined;
}

/** Whether the message is a consent update, as consent tools send it. */
export function isConsentUpdate(message: unknown): boolean {
  if (!isArguments(message)) return false;
  const [command, mode] = Array.from(message);
  return command === 'consent' && mode === 'update';
}

function toText(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text === '{}' ? '' : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArguments(value: unknown): value is ArrayLike<unknown> {
  return Object.prototype.toString.call(value) === '[object Arguments]';
}
