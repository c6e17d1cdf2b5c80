/** What is done with a thing that a permission guards. */
export type Access = 'read' | 'write' | 'execute';

/** An argument that names what a call touches. */
export interface Touch {
  argument: number;
  access: readonly Access[];
}

/** What an API asks for. */
export interface ApiRule {
  permission: string;
  /** Of a call, or of a call of each method. Empty: the permission has no scope. */
  touches: readonly Touch[] | Readonly<Record<string, readonly Touch[]>>;
  /** The scope is more than one argument tells; the literal arguments do not say it all. */
  isDeclared?: true;
  /** Google does not document which permission the API needs. */
  isUncertain?: true;
}

export const reads = (argument: number): Touch => ({ argument, access: ['read'] });
export const writes = (argument: number): Touch => ({ argument, access: ['write'] });
export const changes = (argument: number): Touch => ({ argument, access: ['read', 'write'] });
export const calls = (argument: number): Touch => ({ argument, access: ['execute'] });

/** The permission is all there is to ask for. */
export function needs(permission: string): ApiRule {
  return { permission, touches: [] };
}

/** What a call or a method touches; without the method, what any of them may touch. */
export function touchesOf({ touches }: ApiRule, method: string | undefined): readonly Touch[] {
  if (isList(touches)) return touches;
  return method === undefined ? Object.values(touches).flat() : (touches[method] ?? []);
}

function isList(touches: ApiRule['touches']): touches is readonly Touch[] {
  return Array.isArray(touches);
}
