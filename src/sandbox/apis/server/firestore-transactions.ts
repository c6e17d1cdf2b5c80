import type { FirestoreStore, FirestoreWrite } from './firestore-store.ts';

/** Reads and writes that take effect together. */
export interface Transaction {
  projectId: string;
  /** The versions of what was read, by path. */
  reads: Map<string, number>;
  writes: FirestoreWrite[];
}

/** Whether nothing that the transaction read has been written since. */
export function isUndisturbed(store: FirestoreStore, { projectId, reads }: Transaction): boolean {
  return [...reads].every(([path, version]) => store.version(projectId, path) === version);
}

/** Answers the ids of what was written. */
export function commit(store: FirestoreStore, { projectId, writes }: Transaction): string[] {
  return writes.map((write) => store.write(projectId, write));
}
