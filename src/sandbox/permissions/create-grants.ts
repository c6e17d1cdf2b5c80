import { permissionRules } from './permission-rules.ts';
import { PermissionError } from './permission-error.ts';
import { decodeParameters } from './permission-parameters.ts';
import type { EncodedPermission, PermissionParameters } from './permission-parameters.ts';

/** What a template may do. */
export interface Grants {
  /** Throws a PermissionError when the permission is absent or does not cover the arguments. */
  check(permissionId: string, ...args: unknown[]): void;
  /** The same as an answer. Never throws. */
  allows(permissionId: string, ...args: unknown[]): boolean;
}

/** `isDebug` tells whether the container runs in preview. */
export function createGrants(
  permissions: readonly EncodedPermission[],
  options: { isDebug?: boolean } = {},
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
    return refusals.includes(undefined) ? undefined : refusals[0];
  }

  return {
    check: (permissionId, ...args) => {
      const refusal = findRefusal(permissionId, args);
      if (refusal !== undefined) throw new PermissionError(permissionId, args, refusal);
    },
    allows: (permissionId, ...args) => findRefusal(permissionId, args) === undefined,
  };
}
