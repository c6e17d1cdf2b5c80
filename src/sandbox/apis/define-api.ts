import { SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiHost } from './api-host.ts';
import { checkArguments } from './check-arguments.ts';
import type { ArgumentType } from './check-arguments.ts';
import { createApiCall } from './api-call.ts';
import type { ApiCall } from './api-call.ts';

/** One name that `require` knows. */
export interface Api {
  readonly name: string;
  /** Undefined where the browser lacks what the API needs. */
  create(host: ApiHost): SandboxValue;
}

/** A function as the template sees it: first the arguments are checked, then `perform` asks for permission and acts. */
export interface ApiFunction {
  accepts: readonly ArgumentType[];
  perform(call: ApiCall): SandboxValue;
}

/** An API that is a function. */
export function defineApi(name: string, definition: ApiFunction): Api {
  return { name, create: (host) => createFunction(name, definition, host) };
}

/** An API that is an object of functions. `isAvailable` is asked once, at `require`. */
export function defineObjectApi(
  name: string,
  members: Readonly<Record<string, ApiFunction>>,
  isAvailable: (host: ApiHost) => boolean = () => true,
): Api {
  return {
    name,
    create: (host) => {
      if (!isAvailable(host)) return undefined;
      const object = new SandboxObject();
      for (const [member, definition] of Object.entries(members)) {
        const label = `${name}.${member}`;
        object.properties.set(member, createFunction(label, definition, host));
      }
      object.frozen = true;
      return object;
    },
  };
}

function createFunction(name: string, definition: ApiFunction, host: ApiHost): SandboxFunction {
  const apiFunction = new SandboxFunction(name, (args) => {
    checkArguments(name, definition.accepts, args);
    return definition.perform(createApiCall(host, args));
  });
  apiFunction.frozen = true;
  return apiFunction;
}
