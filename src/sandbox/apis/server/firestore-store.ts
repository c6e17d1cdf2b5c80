import { isPlainObject } from '../../border/is-plain-object.ts';
import { matchesAll } from './firestore-query.ts';
import type { Condition } from './firestore-query.ts';

export interface FirestoreDocument {
  /** The last part of the path. */
  id: string;
  data: Readonly<Record<string, unknown>>;
}

/** Firestore in memory, for any number of projects. Paths have no '/' at either end. */
export interface FirestoreStore {
  read(projectId: string, path: string): FirestoreDocument | undefined;
  /** Answers the document's id. A path that leads to a collection makes a new document in it. */
  write(projectId: string, write: FirestoreWrite): string;
  /** In the order in which the documents were first written. */
  query(projectId: string, query: FirestoreQuery): FirestoreDocument[];
  /** Changes at each write of the document. */
  version(projectId: string, path: string): number;
}

export interface FirestoreWrite {
  path: string;
  data: object;
  /** Keeps what the document has and `data` has not. */
  merge: boolean;
}

export interface FirestoreQuery {
  collection: string;
  conditions: readonly Condition[];
  limit: number;
}

interface Stored {
  data: Record<string, unknown>;
  version: number;
}

/** `documents`: what is there at the start, by path, in the project given. */
export function createFirestoreStore(
  documents: Readonly<Record<string, object>> = {},
  projectId = 'project',
): FirestoreStore {
  const stored = new Map<string, Stored>();
  let made = 0;
  const store: FirestoreStore = {
    read: (project, path) => {
      const found = stored.get(keyOf(project, path));
      return found && { id: idOf(path), data: found.data };
    },
    write: (project, { path, data, merge }) => {
      const isCollection = path.split('/').length % 2 === 1;
      if (isCollection) made += 1;
      const target = isCollection ? `${path}/document-${made}` : path;
      const before = stored.get(keyOf(project, target));
      stored.set(keyOf(project, target), {
        data: merge && before ? mergeDeep(before.data, data) : { ...data },
        version: (before?.version ?? 0) + 1,
      });
      return idOf(target);
    },
    query: (project, { collection, conditions, limit }) => {
      const prefix = `${keyOf(project, collection)}/`;
      return [...stored]
        .filter(([key]) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
        .filter(([, { data }]) => matchesAll(data, conditions))
        .slice(0, limit)
        .map(([key, { data }]) => ({ id: idOf(key), data }));
    },
    version: (project, path) => stored.get(keyOf(project, path))?.version ?? 0,
  };
  for (const [path, data] of Object.entries(documents)) {
    store.write(projectId, { path, data, merge: false });
  }
  return store;
}

function keyOf(projectId: string, path: string): string {
  return `${projectId}//${path}`;
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function mergeDeep(before: object, added: object): Record<string, unknown> {
  const merged = new Map<string, unknown>(Object.entries(before));
  for (const [key, value] of Object.entries(added)) {
    const old = merged.get(key);
    merged.set(key, isObject(old) && isObject(value) ? mergeDeep(old, value) : value);
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && isPlainObject(value);
}
