import { toPage, toSandbox } from '../../border/index.ts';
import { SandboxError, SandboxFunction, SandboxPromise } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineObjectApi } from '../define-api.ts';
import { isCondition } from './firestore-query.ts';
import { commit, isUndisturbed } from './firestore-transactions.ts';
import type { Transaction } from './firestore-transactions.ts';
import { serverOf } from './server-of.ts';
import type { ServerPort } from './server-port.ts';
import { promise, refuse } from './settle.ts';

const usualLimit = 5;
const mostTries = 3;
const transactions = new WeakMap<ServerPort, Map<string, Transaction>>();

/** Documents in memory. What is read twice in one event is answered from the first time, unless `disableCache` is set. */
export const firestore = defineObjectApi('Firestore', {
  read: {
    accepts: ['string', 'object?'],
    perform: (call) => {
      const place = findPlace(call, { operation: 'read', options: 1 });
      return promise(
        call,
        cached(call, `read ${place.key}`, () => readDocument(place)),
      );
    },
  },
  write: {
    accepts: ['string', 'object', 'object?'],
    perform: (call) => {
      const place = findPlace(call, { operation: 'write', options: 2 });
      return promise(
        call,
        Promise.resolve().then(() => writeDocument(call, place)),
      );
    },
  },
  query: {
    accepts: ['string', 'array', 'object?'],
    perform: (call) => {
      const place = findPlace(call, { operation: 'read', options: 2 });
      const conditions = toPage(call.args[1]);
      const limit = Number(call.properties(2).get('limit') ?? usualLimit);
      const key = `query ${place.key} ${JSON.stringify(conditions)} ${limit}`;
      return promise(
        call,
        cached(call, key, () => queryDocuments(place, conditions, limit)),
      );
    },
  },
  runTransaction: {
    accepts: ['function', 'object?'],
    perform: (call) => promise(call, runTransaction(call)),
  },
});

interface Place {
  server: ServerPort;
  projectId: string;
  path: string;
  key: string;
  transaction: Transaction | undefined;
}

function findPlace(
  call: ApiCall,
  { operation, options: index }: { operation: 'read' | 'write'; options: number },
): Place {
  const server = serverOf(call);
  const options = call.properties(index);
  const [path, given] = [call.text(0), options.get('projectId')];
  call.host.grants.check('access_firestore', operation, { path, projectId: given });
  const projectId = String(given ?? server.settings.googleCloudProject);
  const transaction = transactions.get(server)?.get(String(options.get('transaction')));
  return { server, projectId, path, key: `${projectId} ${path}`, transaction };
}

/** Transactions and a call with `disableCache` read anew. */
function cached(call: ApiCall, key: string, read: () => SandboxValue): Promise<SandboxValue> {
  const options = call.properties(call.args.length - 1);
  const cache = serverOf(call).scope?.firestoreCache;
  const isFresh = Boolean(options.get('disableCache') ?? options.get('transaction'));
  const known = isFresh ? undefined : cache?.get(key);
  if (known) return known;
  const answer = Promise.resolve().then(read);
  if (!isFresh) cache?.set(key, answer);
  return answer;
}

function checkPath(path: string): void {
  if (path === '' || path.split('/').includes('')) throw refuse('invalid_argument');
}

function readDocument({ server, projectId, path, transaction }: Place): SandboxValue {
  checkPath(path);
  const store = server.settings.firestore;
  transaction?.reads.set(path, store.version(projectId, path));
  const document = store.read(projectId, path);
  if (!document) throw refuse('not_found');
  return toSandbox(document);
}

function writeDocument(call: ApiCall, place: Place): SandboxValue {
  checkPath(place.path);
  const { server, projectId, path, transaction } = place;
  const data: unknown = toPage(call.args[1]);
  if (typeof data !== 'object' || data === null) throw refuse('invalid_argument');
  const write = { path, data, merge: Boolean(call.properties(2).get('merge')) };
  if (!transaction) return server.settings.firestore.write(projectId, write);
  transaction.writes.push(write);
  return path.slice(path.lastIndexOf('/') + 1);
}

function queryDocuments(place: Place, conditions: unknown, limit: number): SandboxValue {
  checkPath(place.path);
  if (!Array.isArray(conditions) || !conditions.every(isCondition))
    throw refuse('invalid_argument');
  const { firestore: store } = place.server.settings;
  return toSandbox(store.query(place.projectId, { collection: place.path, conditions, limit }));
}

/** Tried again, twice at most, when something that it read has been written meanwhile. */
async function runTransaction(call: ApiCall): Promise<SandboxValue> {
  const server = serverOf(call);
  const open = transactions.get(server) ?? new Map<string, Transaction>();
  transactions.set(server, open);
  const projectId = String(
    call.properties(1).get('projectId') ?? server.settings.googleCloudProject,
  );
  for (let tries = 0; tries < mostTries; tries += 1) {
    const transaction: Transaction = { projectId, reads: new Map(), writes: [] };
    const id = `transaction-${open.size + 1}`;
    open.set(id, transaction);
    await runCallback(call.args[0], id);
    if (isUndisturbed(server.settings.firestore, transaction)) {
      return toSandbox(commit(server.settings.firestore, transaction));
    }
  }
  throw refuse('aborted');
}

async function runCallback(callback: SandboxValue, id: string): Promise<void> {
  const answer = callback instanceof SandboxFunction ? callback.invoke([id]) : undefined;
  if (!(answer instanceof SandboxPromise)) {
    throw new SandboxError('The callback of Firestore.runTransaction must return a promise.');
  }
  await answer.settled;
}
