import type { SandboxFunction, SandboxObject, SandboxValue } from '../../values/index.ts';
import type { EventPort } from '../api-host.ts';
import type { BigQueryStore } from './big-query-store.ts';
import type { FirestoreStore } from './firestore-store.ts';
import type { ResponseDraft } from './response-draft.ts';

/** What the APIs of one run of a server template act on. */
export interface ServerPort {
  readonly request: IncomingRequest;
  readonly response: ResponseDraft;
  readonly settings: ServerSettings;
  readonly messages: Messages;
  /** Shared by all runs of one template in one server. */
  readonly templateData: Map<string, SandboxValue>;
  /** The name of the client that claimed the request. */
  readonly clientName: string | undefined;
  /** What runs now; clients are outside of every event, unless an API is bound to one. */
  scope: EventScope | undefined;
  /** Throws where a request cannot be claimed. */
  claim(): void;
  runContainer(run: ContainerRun): void;
  /** Ties the promise to the end of the request. */
  track<T>(promise: Promise<T>): Promise<T>;
}

/** A request as a client sees it. */
export interface IncomingRequest {
  /** In capitals. */
  method: string;
  /** Without query. */
  path: string;
  /** Without the question mark. */
  query: string;
  /** Names in small letters. A repeated name stands several times. */
  headers: readonly (readonly [string, string])[];
  body: string | undefined;
  /** The address of the connection. */
  remoteAddress: string;
  /** Whether the browser carries out commands of the response, as GA4's own requests ask for. */
  acceptsCommands: boolean;
}

/** What a server is made with. */
export interface ServerSettings {
  /** Answers the requests that templates send. Without it, all fail. */
  network?: HttpNetwork | undefined;
  firestore: FirestoreStore;
  bigQuery: BigQueryStore;
  /** The secrets of `hmacSha256`, base64, by key id. */
  keys: Readonly<Record<string, string>>;
  /** Of the environment variable of that name. */
  googleCloudProject: string;
}

export interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** The scopes of `getGoogleAuth`, where the request is authorized. */
  scopes?: readonly string[];
}

export interface HttpResponse {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
}

export type HttpNetwork = (request: HttpRequest) => Promise<HttpResponse>;

export type Messages = Map<string, ((type: string, message: SandboxValue) => void)[]>;

/** An event of `runContainer` and what lives as long as it. */
export interface EventScope {
  data: SandboxObject;
  event: EventPort;
  /** The answers of Firestore in this event. */
  firestoreCache: Map<string, Promise<SandboxValue>>;
}

export interface ContainerRun {
  data: SandboxObject;
  onComplete: SandboxFunction | undefined;
  onStart: SandboxFunction | undefined;
}
