import type { PermissionParameters } from './permission-parameters.ts';

/** What is asked of a permission. */
export interface PermissionRequest {
  parameters: PermissionParameters;
  /** As `queryPermission` takes them after the permission's name. */
  args: readonly unknown[];
  /** Whether the container runs in preview. */
  isDebug: boolean;
}

/** Answers why the request is refused, or undefined when it is allowed. */
export type PermissionRule = (request: PermissionRequest) => string | undefined;
