/** A table of BigQuery. */
export interface BigQueryTable {
  projectId: string;
  datasetId: string;
  tableId: string;
}

/** BigQuery as far as templates see it. A rejection of `insert` reaches the template. */
export interface BigQueryStore {
  insert(table: BigQueryTable, rows: readonly unknown[], options: object): Promise<void>;
  /** What was inserted so far. */
  rows(table: BigQueryTable): unknown[];
}

/** Tables in memory. They take any rows. */
export function createBigQueryStore(): BigQueryStore {
  const tables = new Map<string, unknown[]>();
  const keyOf = (table: BigQueryTable): string =>
    [table.projectId, table.datasetId, table.tableId].join('.');
  return {
    insert: (table, rows) => {
      tables.set(keyOf(table), [...(tables.get(keyOf(table)) ?? []), ...rows]);
      return Promise.resolve();
    },
    rows: (table) => [...(tables.get(keyOf(table)) ?? [])],
  };
}
