import { createBigQueryStore } from '../apis/server/big-query-store.ts';
import type { BigQueryStore } from '../apis/server/big-query-store.ts';
import { createFirestoreStore } from '../apis/server/firestore-store.ts';
import type { FirestoreStore } from '../apis/server/firestore-store.ts';
import type { HttpNetwork, ServerSettings } from '../apis/server/server-port.ts';

/** What templates of a server reach; everything may be left out. */
export interface ServerSurroundings {
  /**
   * Answers `sendHttpRequest` and its kin. Without it they reject with `failed`; when it takes longer than a second and
   * nothing else is left to do, with `timed_out`.
   */
  network?: HttpNetwork;
  /** Empty unless given. */
  firestore?: FirestoreStore;
  /** Empty unless given. */
  bigQuery?: BigQueryStore;
  /** The secrets of `hmacSha256`, base64, by key id. */
  keys?: Readonly<Record<string, string>>;
  /** The environment variable GOOGLE_CLOUD_PROJECT; 'project' unless given. */
  googleCloudProject?: string;
}

export function readSurroundings(given: ServerSurroundings): ServerSettings {
  return {
    network: given.network,
    firestore: given.firestore ?? createFirestoreStore(),
    bigQuery: given.bigQuery ?? createBigQueryStore(),
    keys: given.keys ?? {},
    googleCloudProject: given.googleCloudProject ?? 'project',
  };
}
