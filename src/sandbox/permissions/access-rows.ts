import type { ParameterRow } from './permission-parameters.ts';

/** Whether one row grants the operation on the name. 'readwrite' needs both flags, of the same row. */
export function grantsAccess(
  rows: readonly ParameterRow[],
  nameColumn: string,
  asked: { name: unknown; operation: unknown },
): boolean {
  const flags = asked.operation === 'readwrite' ? ['read', 'write'] : [String(asked.operation)];
  return rows.some(
    (row) => row.get(nameColumn) === asked.name && flags.every((flag) => row.get(flag) === true),
  );
}
