export { createBigQueryStore } from '../apis/server/big-query-store.ts';
export type { BigQueryStore, BigQueryTable } from '../apis/server/big-query-store.ts';
export { createFirestoreStore } from '../apis/server/firestore-store.ts';
export type { FirestoreDocument, FirestoreStore } from '../apis/server/firestore-store.ts';
export type { HttpNetwork, HttpRequest, HttpResponse } from '../apis/server/server-port.ts';
export { createOfflineServer } from './create-offline-server.ts';
export type { OfflineServerOptions } from './create-offline-server.ts';
export { createServerContainer } from './create-server-container.ts';
export type {
  ServerContainer,
  ServerContainerOptions,
  ServerResult,
} from './create-server-container.ts';
export { importServerContainer } from './import-server-container.ts';
export type { ServerEvent } from './run-event.ts';
export type { ServerRequest } from './server-request.ts';
export type { ServerSurroundings } from './server-settings.ts';
export type { ServerTemplateSetup } from './server-template.ts';
