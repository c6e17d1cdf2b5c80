import { containerSections } from '../../tpl/sections.ts';
import type { Permission, PermissionValue } from '../../tpl/index.ts';
import { touchesOf } from './api-rule.ts';
import type { PermissionNeeds } from './permission-needs.ts';
import { isUsed, queriedPermissions } from './permission-needs.ts';
import type { RequireUse } from './requires.ts';
import type { TemplateProblem } from './template-problem.ts';

/** Permissions that list things by a key, which every call names. */
const keyedPermissions = ['access_globals', 'access_local_storage'];

/** Permissions, and keys of permissions, that neither the code nor the tests can use. */
export function findUnusedPermissions(needs: PermissionNeeds): TemplateProblem[] {
  const { template, code, tests } = needs;
  const section = containerSections(template.info).permissions;
  const queried = queriedPermissions([...code, ...tests]);
  if (queried.has(undefined)) return [];
  return template.permissions.flatMap((permission, index): TemplateProblem[] => {
    const id = permission.instance.key.publicId;
    const uses = usesOf(id, needs);
    if (!uses || queried.has(id)) return [];
    const path = `/${index}`;
    const warn = (what: string): TemplateProblem => {
      const message = `Nothing uses ${what}`;
      return { severity: 'warning', section, path, message, instead: 'Remove it.' };
    };
    if (uses.length === 0) return [warn(`the permission ${id}`)];
    return unusedKeys(permission, uses, needs).map((key) => warn(`"${key}" of ${id}`));
  });
}

/** Undefined: it is not known which APIs need the permission. */
function usesOf(id: string, { rules, code, tests }: PermissionNeeds): RequireUse[] | undefined {
  const apis = Object.keys(rules).filter((api) => rules[api]?.permission === id);
  if (apis.length === 0) return undefined;
  return [...code, ...tests].filter(({ api }) => apis.includes(api));
}

/** Empty where a call may name any key. */
function unusedKeys(
  permission: Permission,
  uses: readonly RequireUse[],
  { rules }: PermissionNeeds,
): string[] {
  if (!keyedPermissions.includes(permission.instance.key.publicId)) return [];
  const named = new Set<unknown>();
  for (const use of uses.filter(isUsed)) {
    const rule = rules[use.api];
    if (!rule || use.isPassedOn) return [];
    for (const { method, literals } of use.calls) {
      for (const { argument } of touchesOf(rule, method)) named.add(literals[argument]);
    }
  }
  if (named.has(undefined)) return [];
  return grantedKeys(permission).filter((key) => !named.has(key));
}

function grantedKeys({ instance }: Permission): string[] {
  const rows = instance.param?.find(({ key }) => key === 'keys')?.value;
  if (rows?.type !== 2) return [];
  return rows.listItem.flatMap(keyOf);
}

function keyOf(row: PermissionValue): string[] {
  if (row.type !== 3) return [];
  const index = row.mapKey.findIndex((key) => key.type === 1 && key.string === 'key');
  const value = row.mapValue[index];
  return value?.type === 1 ? [value.string] : [];
}
