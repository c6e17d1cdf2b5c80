import type { PlacedEntity } from './entities.ts';
import { listEntities, listTexts } from './entities.ts';
import type { ContainerProblem } from './problem.ts';
import type { ContainerVersion } from './types.ts';

/**
 * Triggers that every container has and no export lists: Page View, Consent Initialization,
 * Initialization, and one that server containers have.
 */
const RESERVED_TRIGGERS = ['2147479553', '2147479572', '2147479573', '2147479574'];

/** Variables that are always there. */
const RESERVED_VARIABLES = ['_event', '_triggers', '_container_id', '_container_version'];

const VARIABLE_REFERENCE = /\{\{([^{}]+)\}\}/g;

/** What one entry names that the container does not have. */
export function findDangling(version: ContainerVersion): ContainerProblem[] {
  const entities = listEntities(version);
  const known = knownNames(version, entities);
  return entities
    .filter(({ kind }) => kind !== 'customTemplate')
    .flatMap((placed) => [
      ...danglingIds(placed, known),
      ...danglingVariables(placed, known.variables),
    ]);
}

interface KnownNames {
  triggers: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  tagNames: ReadonlySet<string>;
  variables: ReadonlySet<string>;
  /** Types of our kind: `cvt_…`. */
  types: ReadonlySet<string>;
}

function knownNames(version: ContainerVersion, entities: readonly PlacedEntity[]): KnownNames {
  const idsOf = (kind: PlacedEntity['kind']): string[] =>
    entities.filter((entity) => entity.kind === kind).map(({ id }) => id);
  const builtIns = (version.builtInVariable ?? []).map(({ name }) => name);
  const named = (version.variable ?? []).map(({ name }) => name);
  return {
    triggers: new Set([...idsOf('trigger'), ...RESERVED_TRIGGERS]),
    folders: new Set(idsOf('folder')),
    tagNames: new Set((version.tag ?? []).map(({ name }) => name)),
    variables: new Set([...named, ...builtIns, ...RESERVED_VARIABLES]),
    types: new Set(templateTypes(version).keys()),
  };
}

/** The types that tags, variables and clients have of a template, with the template's name. */
export function templateTypes(version: ContainerVersion): Map<string, string> {
  return new Map(
    (version.customTemplate ?? []).map(({ templateId, containerId, galleryReference, name }) => {
      const gallery = galleryReference?.galleryTemplateId;
      return [gallery === undefined ? `cvt_${containerId}_${templateId}` : `cvt_${gallery}`, name];
    }),
  );
}

function danglingIds({ entity, path }: PlacedEntity, known: KnownNames): ContainerProblem[] {
  const problems: ContainerProblem[] = [];
  const check = (at: string, value: unknown, among: ReadonlySet<string>, what: string): void => {
    if (typeof value !== 'string' || among.has(value)) return;
    const message = `is "${value}", and the container has no such ${what}`;
    problems.push({ severity: 'error', path: path + at, message });
  };
  const of = new Map<string, unknown>(Object.entries(entity));
  for (const key of ['firingTriggerId', 'blockingTriggerId']) {
    for (const [index, id] of asList(of.get(key)).entries()) {
      check(`/${key}/${index}`, id, known.triggers, 'trigger');
    }
  }
  for (const key of ['setupTag', 'teardownTag']) {
    for (const [index, step] of asList(of.get(key)).entries()) {
      const tagName = new Map<string, unknown>(Object.entries(Object(step))).get('tagName');
      check(`/${key}/${index}/tagName`, tagName, known.tagNames, 'tag');
    }
  }
  check('/parentFolderId', of.get('parentFolderId'), known.folders, 'folder');
  const type = of.get('type');
  if (typeof type === 'string' && type.startsWith('cvt_')) {
    check('/type', type, known.types, 'template');
  }
  return problems;
}

function danglingVariables(
  { entity, path }: PlacedEntity,
  variables: ReadonlySet<string>,
): ContainerProblem[] {
  return listTexts(entity, path).flatMap((place) =>
    [...place.text.matchAll(VARIABLE_REFERENCE)]
      .filter(([, name = '']) => !variables.has(name.trim()))
      .map(([reference]): ContainerProblem => ({
        severity: 'error',
        path: place.path,
        message: `has ${reference}, and the container has no such variable`,
      })),
  );
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
