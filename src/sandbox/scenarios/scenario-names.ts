import type { Template } from '../../tpl/index.ts';
import type { Program } from '../evaluate/index.ts';
import { SandboxError, SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { createAssertApi } from './assert-api.ts';
import { createAssertThat } from './assert-that.ts';
import type { Refute } from './assert-that.ts';
import type { MockableApis } from './mockable-apis.ts';
import { createRunCode } from './run-code.ts';

/** What a scenario is made of. */
export interface ScenarioParts {
  template: Template;
  program: () => Program;
  apis: MockableApis;
  refute: Refute;
  /** Of each run of the template's code. */
  stepBudget: number;
}

/** The names that the code of a scenario can use. */
export function createScenarioNames(parts: ScenarioParts): ReadonlyMap<string, SandboxValue> {
  const { template, program, apis, refute } = parts;
  const data = new SandboxObject();
  const named = [
    apis.require,
    createRunCode(template, program, { ...parts, data }),
    createMock(apis),
    createMockObject(apis),
    createAssertThat(refute),
    createAssertApi(apis.callsOf, refute),
    createFail(refute),
  ];
  return new Map<string, SandboxValue>([
    ['data', data],
    ...named.map((each) => [each.name, each] as const),
  ]);
}

/** `mock(api, functionOrValue)`. */
function createMock(apis: MockableApis): SandboxFunction {
  return new SandboxFunction('mock', ([name, substitute]) => {
    apis.mock(String(name), substitute);
    return undefined;
  });
}

/** `mockObject(api, { method: function })`. Methods that are not given are absent. */
function createMockObject(apis: MockableApis): SandboxFunction {
  return new SandboxFunction('mockObject', ([name, substitute]) => {
    if (!(substitute instanceof SandboxObject)) {
      throw new SandboxError(`mockObject of ${String(name)} takes an object of functions.`);
    }
    apis.mock(String(name), substitute);
    return undefined;
  });
}

function createFail(refute: Refute): SandboxFunction {
  return new SandboxFunction('fail', ([message]) =>
    refute(message === undefined ? 'The scenario called fail().' : String(message)),
  );
}
