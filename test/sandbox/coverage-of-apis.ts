import { createApi } from '../../src/sandbox/apis/index.ts';
import { apisOf } from '../../src/sandbox/apis/apis-of.ts';
import type { ContainerContext } from '../../src/sandbox/apis/apis-of.ts';
import { checkProgram } from '../../src/sandbox/check/index.ts';
import { createMemoryPage } from '../../src/sandbox/page/index.ts';
import { createTemplateHost } from '../../src/sandbox/scenarios/template-host.ts';
import { SandboxFunction, SandboxObject } from '../../src/sandbox/values/index.ts';
import type { Template } from '../../src/tpl/index.ts';
import type { CoverageRow } from './coverage-row.ts';

/** The APIs that the code of the samples of one kind of container calls, and their members, those in tests too. */
export function coverApis(samples: readonly Template[], context: ContainerContext): CoverageRow[] {
  const own = samples.filter(({ info }) => info.containerContexts[0] === context);
  const code = own.flatMap((sample) => requiresOf(sample.code));
  const tests = own.flatMap(({ tests: { setup = '', scenarios } }) =>
    scenarios.flatMap((scenario) => requiresOf(`${setup}\n${scenario.code}`)),
  );
  const called = code.filter(({ calls, isPassedOn }) => calls.length > 0 || isPassedOn);
  const members = [...code, ...tests].flatMap(({ api, calls }) =>
    calls.map(({ method }) => `${api}.${method ?? ''}`),
  );
  return [
    {
      kind: `APIs, ${context}`,
      all: [...apisOf(context).keys()],
      used: called.map(({ api }) => api),
    },
    { kind: `members of APIs, ${context}`, all: membersOf(own[0], context), used: members },
  ];
}

function requiresOf(code: string) {
  return checkProgram(code, { file: 'sample', sourceType: 'script' }).requires;
}

function membersOf(sample: Template | undefined, context: ContainerContext): string[] {
  if (!sample) return [];
  const page = createMemoryPage({ url: 'https://www.example.com/' });
  const { host, apis } = createTemplateHost(sample, { page, templateStorage: new Map() });
  return [...apisOf(context).keys()].flatMap((name) => {
    const api = createApi(name, host, apis);
    if (!(api instanceof SandboxObject)) return [];
    const members = [...api.properties].filter(([, value]) => value instanceof SandboxFunction);
    return members.map(([member]) => `${name}.${member}`);
  });
}
