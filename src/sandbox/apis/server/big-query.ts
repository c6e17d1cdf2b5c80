import { toPage, toSandbox } from '../../border/index.ts';
import { SandboxRejection } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineObjectApi } from '../define-api.ts';
import type { BigQueryTable } from './big-query-store.ts';
import { serverOf } from './server-of.ts';
import { promise, refuse } from './settle.ts';

/** Rows go to tables in memory, or to what the caller put in their place. */
export const bigQuery = defineObjectApi('BigQuery', {
  insert: {
    accepts: ['object', 'array', 'object?'],
    perform: (call) => {
      const given = Object.fromEntries(call.properties(0));
      call.host.grants.check('access_bigquery', 'write', given);
      return promise(call, insert(call));
    },
  },
});

async function insert(call: ApiCall): Promise<SandboxValue> {
  const { settings } = serverOf(call);
  const connection = call.properties(0);
  const table: BigQueryTable = {
    projectId: String(connection.get('projectId') ?? settings.googleCloudProject),
    datasetId: String(connection.get('datasetId') ?? ''),
    tableId: String(connection.get('tableId') ?? ''),
  };
  if (table.datasetId === '' || table.tableId === '') throw refuse('invalid_argument');
  const [rows, options] = [toPage(call.args[1]), toPage(call.args[2])];
  try {
    await settings.bigQuery.insert(table, Array.isArray(rows) ? rows : [], {
      ...asObject(options),
    });
  } catch (error) {
    throw new SandboxRejection(
      toSandbox(error instanceof Error ? [{ reason: error.message }] : error),
    );
  }
  return undefined;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
