import type { ParameterRow } from './permission-parameters.ts';
import type { PermissionRule } from './permission-rule.ts';

/** As a project it allows the one of the environment, for calls that name none. */
const ownProject = 'GOOGLE_CLOUD_PROJECT';

/** `(write, { projectId, datasetId, tableId })`. */
export const accessBigQuery: PermissionRule = ({ parameters, args }) => {
  const [operation, options] = args;
  const asked = readOptions(options);
  const allows = (row: ParameterRow): boolean =>
    allowsProject(row, asked) &&
    ['datasetId', 'tableId'].every((key) => matches(row.get(key), asked.get(key))) &&
    row.get('operation') === operation;
  if (parameters.rows('allowedTables').some(allows)) return undefined;
  return `Prohibited ${String(operation)} on BigQuery table: ${String(asked.get('tableId'))}.`;
};

/** `(read | write | read_write, { path, projectId })`. `*` in a path stands for any characters. */
export const accessFirestore: PermissionRule = ({ parameters, args }) => {
  const [operation, options] = args;
  const asked = readOptions(options);
  const allows = (row: ParameterRow): boolean =>
    allowsProject(row, asked) &&
    matches(row.get('path'), asked.get('path')) &&
    (row.get('operation') === operation || row.get('operation') === 'read_write');
  if (parameters.rows('allowedOptions').some(allows)) return undefined;
  return `Prohibited ${String(operation)} on Firestore path: ${String(asked.get('path'))}.`;
};

function allowsProject(row: ParameterRow, asked: ReadonlyMap<string, unknown>): boolean {
  const [allowed, project] = [row.get('projectId'), asked.get('projectId') ?? ownProject];
  return matches(allowed, project);
}

function matches(pattern: unknown, value: unknown): boolean {
  if (typeof pattern !== 'string') return false;
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's').test(String(value));
}

function readOptions(options: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(
    typeof options === 'object' && options !== null ? Object.entries(options) : [],
  );
}
