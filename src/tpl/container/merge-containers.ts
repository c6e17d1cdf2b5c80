import { ENTITY_KINDS, listEntities } from './entities.ts';
import type { EntityKind, PlacedEntity } from './entities.ts';
import { templateTypes } from './references.ts';
import type { ContainerExport, ContainerVersion } from './types.ts';

/** What Import Container with Merge would make of two exports. */
export interface Merge {
  merged: ContainerExport;
  /** Entries of the same kind and name in both: Google asks whether to overwrite or rename. */
  conflicts: { kind: EntityKind; name: string }[];
}

/**
 * Merges one export into another, as Google does: what comes gets ids of its own, and nothing that
 * is there is touched. An entry whose name is taken stays out, and is told.
 */
export function mergeContainers(into: ContainerExport, from: ContainerExport): Merge {
  const merged = structuredClone(into);
  const target = merged.containerVersion;
  const taken = new Set(listEntities(target).map(({ kind, name }) => `${kind} ${name}`));
  const coming = listEntities(from.containerVersion);
  const isTaken = ({ kind, name }: PlacedEntity): boolean => taken.has(`${kind} ${name}`);
  const renumber = createRenumbering(target, from.containerVersion, coming);
  for (const placed of coming) {
    if (!isTaken(placed)) add(target, placed.kind, renumber(placed.entity));
  }
  addBuiltIns(target, from.containerVersion);
  const conflicts = coming.filter(isTaken).map(({ kind, name }) => ({ kind, name }));
  return { merged, conflicts };
}

/** Whether every entry of the one export is in the other as it was. */
export function keepsAll(before: ContainerExport, after: ContainerExport): boolean {
  const left = listEntities(after.containerVersion).map(({ entity }) => JSON.stringify(entity));
  return listEntities(before.containerVersion).every(({ entity }) =>
    left.includes(JSON.stringify(entity)),
  );
}

/** Replaces ids, and types that hold ids, by those of the container that they come into. */
function createRenumbering(
  target: ContainerVersion,
  source: ContainerVersion,
  coming: readonly PlacedEntity[],
): (entity: object) => object {
  const present = listEntities(target);
  let last = Math.max(0, ...present.map(({ id }) => Number(id)));
  const ids = new Map<string, string>();
  for (const { kind, id, name } of coming) {
    const twin = present.find((entity) => entity.kind === kind && entity.name === name);
    if (!twin) last += 1;
    ids.set(`${ENTITY_KINDS[kind]} ${id}`, twin?.id ?? String(last));
  }
  const { accountId, containerId } = target;
  const types = new Map(
    [...templateTypes(source)].map(([type, name]) => {
      const template = coming.find((one) => one.kind === 'customTemplate' && one.name === name);
      const id = ids.get(`templateId ${template?.id ?? ''}`) ?? '';
      return [type, `cvt_${containerId}_${id}`];
    }),
  );
  const replace = (key: string, value: unknown): unknown => {
    if (key === 'accountId') return accountId;
    if (key === 'containerId') return containerId;
    if (key === 'type') return types.get(String(value)) ?? value;
    if (key === 'parentFolderId') return ids.get(`folderId ${String(value)}`) ?? value;
    if (/^(firing|blocking)TriggerId$/.test(key) && Array.isArray(value)) {
      return value.map((id: unknown) => ids.get(`triggerId ${String(id)}`) ?? id);
    }
    return ids.get(`${key} ${String(value)}`) ?? value;
  };
  return (entity) =>
    Object.fromEntries(Object.entries(entity).map(([key, value]) => [key, replace(key, value)]));
}

function add(target: ContainerVersion, kind: EntityKind, entity: object): void {
  Reflect.set(target, kind, [...(target[kind] ?? []), entity]);
}

/** A built-in variable that is on already stays as it is. */
function addBuiltIns(target: ContainerVersion, { builtInVariable = [] }: ContainerVersion): void {
  const { accountId, containerId } = target;
  const present = target.builtInVariable ?? [];
  const missing = builtInVariable.filter(({ type }) => present.every((one) => one.type !== type));
  if (missing.length === 0) return;
  target.builtInVariable = [
    ...present,
    ...missing.map((variable) => ({ ...variable, accountId, containerId })),
  ];
}
