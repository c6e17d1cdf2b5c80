import type { Access } from '../sandbox/check/index.ts';
import type { AccessRow } from './permission-declarations.ts';

/** What a permission covers: things by name and what may be done with each, or everything. */
export interface Scope {
  isAny: boolean;
  entries: Map<string, Set<Access>>;
}

export function emptyScope(): Scope {
  return { isAny: false, entries: new Map() };
}

const ACCESSES: readonly Access[] = ['read', 'write', 'execute'];

/** Adds to what is already there. */
export function addEntry(scope: Scope, name: string, access: Iterable<Access>): void {
  const all = new Set([...(scope.entries.get(name) ?? []), ...access]);
  scope.entries.set(name, new Set(ACCESSES.filter((each) => all.has(each))));
}

export function isEmpty(scope: Scope): boolean {
  return !scope.isAny && scope.entries.size === 0;
}

/** The accesses that a declared row grants. */
export function grantedAccess(row: AccessRow): Access[] {
  return ACCESSES.filter((access) => row[access] === true);
}
