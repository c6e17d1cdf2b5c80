import { createApi, isUndocumented } from '../apis/index.ts';
import { SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { Calls } from './assert-api.ts';
import type { TemplateHost } from './template-host.ts';

/**
 * The APIs of one scenario. Mocks stand in for APIs at the call; an API without a mock is the real one, permission
 * checks included. Every call is written down.
 */
export interface MockableApis {
  /** For the template and for the scenario itself. */
  require: SandboxFunction;
  /** Sets what stands in for an API: a function, or the value it answers. Public tests also name what is no API. */
  mock(name: string, substitute: SandboxValue): void;
  record(name: string, args: readonly SandboxValue[]): void;
  /** Of an API, of a member of one such as `localStorage.setItem`, or of a callback that was recorded. */
  callsOf(name: string): Calls;
}

/** Told of every call of an API, with its name and its arguments. */
export type Observe = (name: string, args: readonly SandboxValue[]) => void;

export function createMockableApis(
  { host, apis }: TemplateHost,
  onCall: Observe = () => undefined,
): MockableApis {
  const substitutes = new Map<string, SandboxValue>();
  const made = new Map<string, SandboxValue>();
  const calls = new Map<string, (readonly SandboxValue[])[]>();

  const record = (name: string, args: readonly SandboxValue[]): void => {
    onCall(name, args);
    calls.set(name, [...(calls.get(name) ?? []), [...args]]);
  };
  const create = (name: string): SandboxValue =>
    substitutes.has(name) && isUndocumented(name, apis)
      ? placeholderFor(name, substitutes.get(name))
      : createApi(name, host, apis);
  const api = (name: string): SandboxValue => {
    if (!made.has(name)) made.set(name, observe(name, create(name), { substitutes, record }));
    return made.get(name);
  };
  const require = new SandboxFunction('require', ([given]) => {
    const name = String(given);
    const isFunction = api(name) instanceof SandboxFunction;
    if (isFunction || !substitutes.has(name)) return api(name);
    return observe(name, substitutes.get(name), { substitutes: new Map(), record });
  });
  require.typeofAnswer = 'object';
  return {
    require,
    mock: (name, substitute) => void substitutes.set(name, substitute),
    record,
    callsOf: (name) => calls.get(name) ?? [],
  };
}

/** What a mock of an undocumented API stands in for: there is no real one. */
function placeholderFor(name: string, substitute: SandboxValue): SandboxValue {
  if (substitute instanceof SandboxObject) return undefined;
  return new SandboxFunction(name, () => undefined);
}

interface Observation {
  substitutes: ReadonlyMap<string, SandboxValue>;
  record(name: string, args: readonly SandboxValue[]): void;
}

/** A function, or an object of functions, whose calls are written down and go to the substitute if there is one. */
function observe(name: string, real: SandboxValue, observation: Observation): SandboxValue {
  const { substitutes, record } = observation;
  if (real instanceof SandboxFunction) {
    const observed = new SandboxFunction(real.name, (args) => {
      record(name, args);
      const substitute = substitutes.has(name) ? substitutes.get(name) : real;
      return substitute instanceof SandboxFunction ? substitute.invoke(args) : substitute;
    });
    observed.frozen = true;
    return observed;
  }
  if (!(real instanceof SandboxObject)) return real;
  const members = [...real.properties].map(([key, value]): [string, SandboxValue] => [
    key,
    observe(`${name}.${key}`, value, observation),
  ]);
  const object = new SandboxObject(members);
  object.frozen = true;
  return object;
}
