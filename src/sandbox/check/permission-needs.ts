import type { Template } from '../../tpl/index.ts';
import type { ApiRule } from './api-rule.ts';
import type { LiteralValue, RequireUse } from './requires.ts';

/** What the code and the tests of a template use, and what each API asks for. */
export interface PermissionNeeds {
  template: Template;
  rules: Readonly<Record<string, ApiRule>>;
  code: readonly RequireUse[];
  tests: readonly RequireUse[];
}

/** The permissions that the code asks about before it acts; undefined among them: one that is not a literal. */
export function queriedPermissions(uses: readonly RequireUse[]): Set<LiteralValue> {
  const queries = uses.filter(({ api }) => api === 'queryPermission');
  return new Set([
    ...queries.flatMap(({ calls }) => calls.map(({ literals }) => literals[0])),
    ...(queries.some(({ isPassedOn }) => isPassedOn) ? [undefined] : []),
  ]);
}

/** Whether anything can come of the require. */
export function isUsed({ calls, isPassedOn }: RequireUse): boolean {
  return calls.length > 0 || isPassedOn;
}
