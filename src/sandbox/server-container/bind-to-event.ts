import type { EventScope, ServerPort } from '../apis/server/server-port.ts';
import { SandboxError, SandboxFunction } from '../values/index.ts';

/** What `runContainer` gives to its callbacks: `bindToEvent(api)` is the API as if it were called in the event. */
export function createBindToEvent(server: ServerPort, scope: EventScope): SandboxFunction {
  return new SandboxFunction('bindToEvent', ([bound]) => {
    if (!(bound instanceof SandboxFunction)) {
      throw new SandboxError('bindToEvent takes a function.');
    }
    return new SandboxFunction(bound.name, (args) => {
      const before = server.scope;
      server.scope = scope;
      try {
        return bound.invoke(args);
      } finally {
        server.scope = before;
      }
    });
  });
}
