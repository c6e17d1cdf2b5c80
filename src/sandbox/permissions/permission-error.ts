import { SandboxError } from '../values/index.ts';

/** A call that the template's permissions do not cover. */
export class PermissionError extends SandboxError {
  override name = 'PermissionError';
  readonly permissionId: string;
  readonly parameters: readonly unknown[];

  constructor(permissionId: string, parameters: readonly unknown[], reason: string) {
    super(reason);
    this.permissionId = permissionId;
    this.parameters = parameters;
  }
}
