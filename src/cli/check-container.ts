import { checkTemplate } from '../sandbox/index.ts';
import { keepsAll, mergeContainers, validateContainer } from '../tpl/container/index.ts';
import type { ContainerExport, ContainerProblem, ReadContainer } from '../tpl/container/index.ts';
import { parseTemplate } from '../tpl/index.ts';
import type { CheckedFile } from './check.ts';
import { locateJson } from './locate-json.ts';
import { messageOf } from './options.ts';
import { readJson } from './read-json.ts';

/** Checks a container export: itself, each of its templates, and what it would do to another container. */
export function checkContainer(file: string, into: string | undefined): CheckedFile {
  const read = tryToRead(file);
  if ('failure' in read) return { file, failure: read.failure, problems: [] };
  const other = into === undefined ? undefined : tryToRead(into);
  if (other && 'failure' in other) return { file, failure: other.failure, problems: [] };
  const result = validateContainer(read.value);
  const problems = [
    ...result.problems,
    ...checkTemplates(result),
    ...(other ? checkMerge(result, validateContainer(other.value)) : []),
  ];
  return {
    file,
    problems: problems.map((problem) => ({
      section: 'container',
      ...problem,
      ...locateJson(read.text, problem.path),
    })),
  };
}

function tryToRead(file: string): ReturnType<typeof readJson> | { failure: string } {
  try {
    return readJson(file);
  } catch (error) {
    return { failure: messageOf(error) };
  }
}

function checkTemplates(read: ReadContainer): ContainerProblem[] {
  // One that cannot be read is a problem of the container already.
  if (!('container' in read) || read.problems.some(({ path }) => path.endsWith('/templateData'))) {
    return [];
  }
  const templates = read.container.containerVersion.customTemplate ?? [];
  return templates.flatMap(({ name, templateData }, index) =>
    checkTemplate(parseTemplate(templateData, name).template).map(
      ({ severity, section, path = '', message }): ContainerProblem => ({
        severity,
        path: `/containerVersion/customTemplate/${index}/templateData`,
        message: `has in ${section} ${path}: ${message}`,
      }),
    ),
  );
}

/** Names that both have, and whether anything of the other would change. */
function checkMerge(from: ReadContainer, into: ReadContainer): ContainerProblem[] {
  const path = '/containerVersion';
  if (!('container' in from) || !('container' in into)) {
    return [{ severity: 'error', path, message: 'cannot be merged: one of both is no export' }];
  }
  const { merged, conflicts } = mergeContainers(into.container, from.container);
  return [
    ...conflicts.map(({ kind, name }): ContainerProblem => ({
      severity: 'error',
      path,
      message: `has the ${kind} "${name}", and the other container has one of this name; accepted: names that it does not have`,
    })),
    ...changesOther(into.container, merged),
  ];
}

function changesOther(before: ContainerExport, after: ContainerExport): ContainerProblem[] {
  const path = '/containerVersion';
  const broken = validateContainer(after).problems.filter(({ severity }) => severity === 'error');
  const own = validateContainer(before).problems.filter(({ severity }) => severity === 'error');
  const changed: ContainerProblem[] = keepsAll(before, after)
    ? []
    : [{ severity: 'error', path, message: 'would change what the other container has' }];
  return broken.length > own.length ? [...changed, ...broken.slice(own.length)] : changed;
}
