import { Ajv } from 'ajv';
import { explainErrors } from '../explain-errors.ts';
import { parseTemplate } from '../parse.ts';
import { printTemplate } from '../print.ts';
import { TplError } from '../tpl-error.ts';
import type { TemplateParameter } from '../types.ts';
import { ENTITY_KINDS, listEntities } from './entities.ts';
import type { PlacedEntity } from './entities.ts';
import type { ContainerProblem } from './problem.ts';
import { findDangling, templateTypes } from './references.ts';
import { CONTAINER_SCHEMA } from './schema.ts';
import type { ContainerExport, ContainerParameter, ContainerVersion } from './types.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
const validate = ajv.compile<ContainerExport>(CONTAINER_SCHEMA);

/** A container export, or why it is none. */
export type ReadContainer =
  { container: ContainerExport; problems: ContainerProblem[] } | { problems: ContainerProblem[] };

/**
 * Checks a container export: its schema, that names and ids are unique, that everything an entry
 * names is there, and that each template is written as Google writes it.
 */
export function validateContainer(value: unknown): ReadContainer {
  if (!validate(value)) {
    const problems = explainErrors(validate, value);
    return { problems: problems.map((problem) => ({ severity: 'error', ...problem })) };
  }
  const version = value.containerVersion;
  return {
    container: value,
    problems: [
      ...findTwins(version),
      ...findStrangers(version),
      ...findDangling(version),
      ...checkTemplates(version),
      ...checkForms(version),
    ],
  };
}

function findTwins(version: ContainerVersion): ContainerProblem[] {
  const seen = new Map<string, string>();
  const problems: ContainerProblem[] = [];
  const note = (key: string, path: string, what: string): void => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, path);
    else problems.push({ severity: 'error', path, message: `${what} stands already at ${first}` });
  };
  for (const { kind, id, name, path } of listEntities(version)) {
    note(`${kind} id ${id}`, `${path}/${ENTITY_KINDS[kind]}`, `"${id}"`);
    note(`${kind} name ${name}`, `${path}/name`, `"${name}"`);
  }
  for (const [index, { name }] of (version.builtInVariable ?? []).entries()) {
    const path = `/containerVersion/builtInVariable/${index}/name`;
    note(`variable name ${name}`, path, `"${name}"`);
  }
  return problems;
}

/** An entry of another container. */
function findStrangers(version: ContainerVersion): ContainerProblem[] {
  return listEntities(version).flatMap(({ entity, path }) => {
    const { containerId } = Object(entity);
    if (containerId === version.containerId) return [];
    const message = `is "${containerId}"; accepted: "${version.containerId}", the container's own`;
    return [{ severity: 'warning' as const, path: `${path}/containerId`, message }];
  });
}

function checkTemplates(version: ContainerVersion): ContainerProblem[] {
  return (version.customTemplate ?? []).flatMap(({ templateData }, index): ContainerProblem[] => {
    const path = `/containerVersion/customTemplate/${index}/templateData`;
    const read = readTemplate(templateData, path);
    if ('message' in read) return [{ severity: 'error', path, message: read.message }];
    if (printTemplate(read.template) === templateData) return [];
    const message = 'is not in canonical form; accepted: what `first-party-id fmt` writes';
    return [{ severity: 'warning', path, message }];
  });
}

function readTemplate(text: string, path: string) {
  try {
    return parseTemplate(text, path);
  } catch (error) {
    if (error instanceof TplError) return { message: error.message };
    throw error;
  }
}

/** Values for fields that the template does not have. */
function checkForms(version: ContainerVersion): ContainerProblem[] {
  const names = fieldNamesByType(version);
  return listEntities(version).flatMap((placed) => {
    const { type, parameter = [] }: { type?: string; parameter?: ContainerParameter[] } = {
      ...placed.entity,
    };
    const known = names.get(type ?? '');
    if (!known) return [];
    return parameter.flatMap(({ key = '' }, index) => unknownField(placed, { key, index, known }));
  });
}

function unknownField(
  { path }: PlacedEntity,
  { key, index, known }: { key: string; index: number; known: string[] },
): ContainerProblem[] {
  if (known.includes(key)) return [];
  const message = `is "${key}", which is no field of the template; accepted: ${known.join(', ')}`;
  return [{ severity: 'warning', path: `${path}/parameter/${index}/key`, message }];
}

function fieldNamesByType(version: ContainerVersion): Map<string, string[]> {
  const templates = new Map(
    (version.customTemplate ?? []).map(({ name, templateData }) => [name, templateData]),
  );
  return new Map(
    [...templateTypes(version)].flatMap(([type, name]) => {
      const read = readTemplate(templates.get(name) ?? '', name);
      return 'message' in read ? [] : [[type, listFields(read.template.parameters)]];
    }),
  );
}

/** The names of all fields, those inside groups and choices too. */
export function listFields(parameters: readonly TemplateParameter[]): string[] {
  return parameters.flatMap((parameter) => {
    const own = 'subParams' in parameter ? listFields(parameter.subParams ?? []) : [];
    const radio = parameter.type === 'RADIO' ? parameter.radioItems : [];
    return [
      parameter.name,
      ...own,
      ...radio.flatMap(({ subParams = [] }) => listFields(subParams)),
    ];
  });
}
