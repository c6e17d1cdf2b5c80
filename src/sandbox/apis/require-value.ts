import { getType, SandboxError } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';

/** The first argument; null and undefined throw. */
export function requireValue(api: string, args: readonly SandboxValue[]): SandboxValue {
  const [value] = args;
  if (value !== undefined && value !== null) return value;
  throw new SandboxError(
    `Argument error in ${api}. Expected argument types [any], but received [${getType(value)}].`,
  );
}
