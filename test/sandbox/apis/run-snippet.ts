import { createRequire } from '../../../src/sandbox/apis/index.ts';
import type { ApiHost } from '../../../src/sandbox/apis/index.ts';
import { toPage } from '../../../src/sandbox/border/index.ts';
import { createOfflineContainer } from '../../../src/sandbox/container/create-offline-container.ts';
import { compileProgram, runProgram } from '../../../src/sandbox/evaluate/index.ts';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';
import type { MemoryPage } from '../../../src/sandbox/page/index.ts';
import { createGrants } from '../../../src/sandbox/permissions/index.ts';
import type { Permission } from '../../../src/tpl/index.ts';

export interface Snippet {
  page?: MemoryPage;
  permissions?: Permission[];
}

/** Runs sandboxed code on a page; answers what it returns, as a native value. */
export function runSnippet(code: string, { page, permissions = [] }: Snippet = {}): unknown {
  return prepareSnippet({ page: page ?? examplePage(), permissions })(code);
}

/** The same for several pieces of code in one container. */
export function prepareSnippet({
  page,
  permissions,
}: Required<Snippet>): (code: string) => unknown {
  const host: ApiHost = {
    page,
    grants: createGrants(permissions),
    container: createOfflineContainer(page),
    templateStorage: new Map(),
  };
  return (code) =>
    toPage(
      runProgram(compileProgram(code, 'snippet'), new Map([['require', createRequire(host)]])),
    );
}

export function examplePage(url = 'https://www.example.com/'): MemoryPage {
  return createMemoryPage({ url, nowMillis: () => 1_700_000_000_000, random: () => 0.5 });
}
