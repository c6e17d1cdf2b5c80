import type { ContainerVersion } from './types.ts';

/** The lists of a container whose entries have an id and a name. */
export const ENTITY_KINDS = {
  tag: 'tagId',
  trigger: 'triggerId',
  variable: 'variableId',
  folder: 'folderId',
  customTemplate: 'templateId',
  client: 'clientId',
} as const;

export type EntityKind = keyof typeof ENTITY_KINDS;

/** One entry of a container, with where it stands. */
export interface PlacedEntity {
  kind: EntityKind;
  id: string;
  name: string;
  /** JSON path in the export. */
  path: string;
  entity: object;
}

/** Every entry that has an id. */
export function listEntities(version: ContainerVersion): PlacedEntity[] {
  return Object.entries(ENTITY_KINDS).flatMap(([kind, idKey]) => {
    const entities: { name: string }[] = version[kind as EntityKind] ?? [];
    return entities.map((entity, index) => ({
      kind: kind as EntityKind,
      id: String(new Map<string, unknown>(Object.entries(entity)).get(idKey)),
      name: entity.name,
      path: `/containerVersion/${kind}/${index}`,
      entity,
    }));
  });
}

/** Every text inside a value, with its JSON path. */
export function listTexts(value: unknown, path: string): { text: string; path: string }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, `${path}/${key}`));
}
