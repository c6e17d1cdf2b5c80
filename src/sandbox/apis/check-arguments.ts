import { getType, SandboxError } from '../values/index.ts';
import type { SandboxValue, TypeName } from '../values/index.ts';

/**
 * A type or several, as in 'string|array'. A '?' at the end makes the argument optional: it may be absent, undefined
 * or null. '...any' takes everything that is left.
 */
export type ArgumentType =
  | 'any'
  | '...any'
  | 'any?'
  | TypeName
  | `${TypeName}?`
  | `${TypeName}|${TypeName}`
  | `${TypeName}|${TypeName}?`;

/** Throws Google's text when an argument has the wrong type or a required one is missing. */
export function checkArguments(
  api: string,
  accepts: readonly ArgumentType[],
  args: readonly SandboxValue[],
): void {
  if (accepts.every((type, index) => isAccepted(type, args, index))) return;
  const received = args.map(getType).join(', ');
  throw new SandboxError(
    `Argument error in ${api}. Expected argument types [${accepts.join(', ')}], but received [${received}].`,
  );
}

function isAccepted(type: ArgumentType, args: readonly SandboxValue[], index: number): boolean {
  if (type === '...any' || type === 'any?') return true;
  const value = args[index];
  const isOptional = type.endsWith('?');
  if (isOptional && (value ?? undefined) === undefined) return true;
  if (type === 'any') return index < args.length;
  const names = isOptional ? type.slice(0, -1) : type;
  return names.split('|').includes(getType(value));
}
