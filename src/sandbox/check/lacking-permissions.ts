import { containerSections } from '../../tpl/sections.ts';
import { createGrants, permissionRules } from '../permissions/index.ts';
import type { Grants } from '../permissions/index.ts';
import { touchesOf } from './api-rule.ts';
import type { Access, ApiRule } from './api-rule.ts';
import type { PermissionNeeds } from './permission-needs.ts';
import { isUsed, queriedPermissions } from './permission-needs.ts';
import type { RequireUse } from './requires.ts';
import type { TemplateProblem } from './template-problem.ts';

/** What `queryPermission` takes for a thing with that name, by permission. */
const queryArguments: Readonly<
  Record<string, (name: string, access: readonly Access[]) => string[]>
> = {
  access_consent: (name, access) => [name, joined(access)],
  access_globals: (name, access) => [joined(access), name],
  access_local_storage: (name, access) => [joined(access), name],
  get_cookies: (name) => [name],
  get_referrer: (name) => [name],
  get_url: (name) => [name],
  inject_hidden_iframe: (name) => [name],
  inject_script: (name) => [name],
  read_data_layer: (name) => [name],
  send_pixel: (name) => [name],
};

/** The calls that Google Tag Manager would refuse, as far as their arguments are literals. */
export function findLackingPermissions(needs: PermissionNeeds): TemplateProblem[] {
  const { template, rules, code } = needs;
  const granted = new Set(template.permissions.map(({ instance }) => instance.key.publicId));
  const grants = createGrants(template.permissions, { isDebug: true });
  const queried = queriedPermissions(code);
  const section = containerSections(template.info).code;
  return code.filter(isUsed).flatMap((use): TemplateProblem[] => {
    const rule = rules[use.api];
    if (!rule) return [];
    const { permission } = rule;
    const isGuarded = queried.has(permission) || queried.has(undefined);
    const isDoubtful = isGuarded || rule.isUncertain === true || permission === 'logging';
    const severity = isDoubtful ? 'warning' : 'error';
    if (!granted.has(permission)) {
      const { line, column } = use.calls[0] ?? use;
      const message = `${use.api} needs the permission ${permission}, which the template lacks`;
      return [{ severity, section, line, column, message, instead: 'Grant it.' }];
    }
    return refusedCalls(use, rule, grants).map((refused) => ({ severity, section, ...refused }));
  });
}

function refusedCalls(
  { api, calls }: RequireUse,
  rule: ApiRule,
  grants: Grants,
): Pick<TemplateProblem, 'line' | 'column' | 'message' | 'instead'>[] {
  const { permission } = rule;
  const argumentsOf = queryArguments[permission];
  if (!argumentsOf || rule.isDeclared || !permissionRules.has(permission)) return [];
  return calls.flatMap(({ line, column, method, literals }) =>
    touchesOf(rule, method).flatMap(({ argument, access }) => {
      const name = literals[argument];
      if (typeof name !== 'string') return [];
      if (grants.allows(permission, ...argumentsOf(name, access))) return [];
      const message = `${api} needs ${permission} for "${name}", which the permission does not cover`;
      const instead = `Grant ${access.join(' and ')}.`;
      return [{ line, column, message, instead }];
    }),
  );
}

function joined(access: readonly Access[]): string {
  return access.join('');
}
