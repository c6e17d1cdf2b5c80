import { toPage, toSandbox } from '../../border/index.ts';
import { SandboxObject } from '../../values/index.ts';
import { defineApi } from '../define-api.ts';
import { serverOf } from './server-of.ts';

/** The type may be any value; it is turned into text. Listeners live as long as the request. */
export const addMessageListener = defineApi('addMessageListener', {
  accepts: ['any', 'function'],
  perform: (call) => {
    const type = call.text(0);
    call.host.grants.check('use_message', 'listen', type);
    const { messages } = serverOf(call);
    const listener = (sent: string, message: Parameters<typeof toPage>[0]): void =>
      call.invokeSafely(1, [sent, message]);
    messages.set(type, [...(messages.get(type) ?? []), listener]);
    return undefined;
  },
});

export const hasMessageListener = defineApi('hasMessageListener', {
  accepts: ['any'],
  perform: (call) => {
    call.host.grants.check('use_message', 'any', call.text(0));
    return serverOf(call).messages.has(call.text(0));
  },
});

/** Calls the listeners at once, each with a copy. A message that is no object goes nowhere. */
export const sendMessage = defineApi('sendMessage', {
  accepts: ['any', 'any?'],
  perform: (call) => {
    const type = call.text(0);
    call.host.grants.check('use_message', 'send', type);
    const [, message] = call.args;
    if (!(message instanceof SandboxObject)) return undefined;
    for (const listener of serverOf(call).messages.get(type) ?? []) {
      listener(type, toSandbox(toPage(message)));
    }
    return undefined;
  },
});
