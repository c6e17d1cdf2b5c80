import { permissionRules } from './permission-rules.ts';
import { PermissionError } from './permission-error.ts';
import { decodeParameters } from './permission-parameters.ts';
import type { EncodedPermission, PermissionParameters } from './permission-parameters.ts';
import type { Policies } from './policies.ts';

/** What a template may do. */
export interface Grants {
  /** Throws a PermissionError when the permission is absent or does not cover the arguments. */
  check(permissionId: string, ...args: unknown[]): void;
  /** The same as an answer. Never throws. */
  allows(permissionId: string, ...args: unknown[]): boolean;
}

export interface GrantOptions {
  /** Whether the container runs in preview. */
  isDebug?: boolean;
  /** Asked once the template's own permission covers a request. */
  policies?: Policies;
}

export function createGrants(
  permissions: readonly EncodedPermission[],
  options: GrantOptions = {},
): Grants {
  const granted = new Map<string, PermissionParameters[]>();
  for (const permission of permissions) {
    const id = permission.instance.key.publicId;
    granted.set(id, [...(granted.get(id) ?? []), decodeParameters(permission)]);
  }

  function findRefusal(permissionId: string, args: readonly unknown[]): string | undefined {
    const rule = permissionRules.get(permissionId);
    const instances = granted.get(permissionId);
    if (!rule || !instances) return `The requested permission ${permissionId} is not configured.`;
    const refusals = instances.map((parameters) =>
      rule({ parameters, args, isDebug: options.isDebug === true }),
    );
    if (!refusals.includes(undefined)) return refusals[0];
    return options.policies?.findRefusal(permissionId, args);
  }

  return {
    check: (permissionId, ...args) => {
      const refusal = findRefusal(permissionId, args);
      if (refusal !== undefined) throw new PermissionError(permissionId, args, refusal);
    },
    allows: (permissionId, ...args) => findRefusal(permissionId, args) === undefined,
  };
}
