import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CheckOptions, Problem } from '../sandbox/check/index.ts';
import {
  checkProgram,
  serverApiNames,
  serverApiRules,
  webApiNames,
  webApiRules,
} from '../sandbox/check/index.ts';
import type { Template, TemplateInfo, TemplateParameter } from '../tpl/index.ts';
import { parseTemplate, printTemplate, TERMS_OF_SERVICE } from '../tpl/index.ts';
import { validateTemplate } from '../tpl/validate.ts';
import { blankPresenceTests } from './blank-presence-tests.ts';
import { BuildError, refuseProblems } from './build-error.ts';
import { derivePermissions } from './derive-permissions.ts';
import { findNeeds, findUnusedApis } from './find-needs.ts';
import { formatCode } from './format-code.ts';
import type { JoinedProgram, Place } from './join-modules.ts';
import { joinModules } from './join-modules.ts';
import { linkModules } from './link-modules.ts';
import type { SourceModule } from './link-modules.ts';
import { loadExport } from './load-export.ts';
import { locateProperty } from './locate-property.ts';
import type { PermissionDeclarations } from './permission-declarations.ts';
import { readDeclarations } from './permission-declarations.ts';
import type { Project } from './project.ts';
import { findProject } from './project.ts';
import { readScenarios } from './read-scenarios.ts';
import { renameDataLayer } from './rename-data-layer.ts';
import { stripTypes } from './strip-types.ts';
import { textOf } from './text-of.ts';
import { writeNotes } from './write-notes.ts';

export interface GenerateOptions {
  /** Name of the page's data layer, when it is not `dataLayer`. */
  dataLayerName?: string;
}

/**
 * Makes the text of a `.tpl` from a folder with main.ts, info.ts, fields.ts, permissions.ts and scenarios/.
 * Refuses, with a `BuildError`, what would not run or asks for more than it needs.
 */
export async function generateTemplate(
  templateFolder: string,
  options: GenerateOptions = {},
): Promise<string> {
  const folder = resolve(templateFolder);
  const project = findProject(folder);
  const data = await readData(folder, project);
  const linked = await linkModules(join(folder, 'main.ts'), project);
  const program = joinModules(data.info.type === 'MACRO' ? linked.map(returnValue) : linked);
  const apis = apisOf(data.info);
  const { permissions, problems } = derivePermissions({
    needs: checkCode(program, apis),
    declarations: data.declarations,
    fields: data.fields,
    locate: (path) => data.locate('permissions', path),
  });
  refuseProblems(problems);
  const title = `${textOf(data.info.displayName)} ${project.version}`;
  const template: Template = {
    termsOfService: TERMS_OF_SERVICE,
    info: data.info,
    parameters: data.fields,
    code: await formatCode(program.modules, { info: data.info, version: project.version }),
    permissions: permissions.map(({ permission }) => permission),
    tests: readScenarios(join(folder, 'scenarios'), project, apis.names),
    notes: writeNotes(title, permissions),
  };
  refuseProblems(findInvalid(template, data.locate));
  const { dataLayerName } = options;
  const file = project.pathOf(join(folder, 'permissions.ts'));
  const named =
    dataLayerName === undefined ? template : renameDataLayer(template, dataLayerName, file);
  return printFaithfully(named, project.pathOf(folder));
}

type DataName = 'info' | 'fields' | 'permissions';
type Locate = (name: DataName, path: string) => Place;

interface TemplateData {
  info: TemplateInfo;
  fields: TemplateParameter[];
  declarations: PermissionDeclarations;
  locate: Locate;
}

async function readData(folder: string, project: Project): Promise<TemplateData> {
  const fileOf = (name: DataName): string => join(folder, `${name}.ts`);
  const locate: Locate = (name, path) => {
    const file = project.pathOf(fileOf(name));
    const source = stripTypes(readFileSync(fileOf(name), 'utf8'), file);
    return { file, ...locateProperty(source, name, path) };
  };
  // Casts: what the files export is checked below and, with the whole template, by its schemas.
  const info = (await loadExport(fileOf('info'), 'info', project)) as TemplateInfo;
  const fields = (await loadExport(fileOf('fields'), 'fields', project)) as TemplateParameter[];
  const read = readDeclarations(await loadExport(fileOf('permissions'), 'permissions', project));
  if ('problems' in read) {
    const problems = read.problems.map(({ path, message }) => ({
      ...locate('permissions', path),
      message: `${path || '/'} ${message}`,
    }));
    throw new BuildError(problems);
  }
  return { info, fields, declarations: read.declarations, locate };
}

/** A variable is what its code returns; a module has no `return` of its own. */
function returnValue(module: SourceModule): SourceModule {
  return module.role === 'main' ? { ...module, code: `${module.code}\n\nreturn value;` } : module;
}

/** The APIs of the container that the template is for, and the permissions they ask for. */
function apisOf({ containerContexts }: TemplateInfo) {
  return containerContexts.includes('SERVER')
    ? { names: serverApiNames, rules: serverApiRules }
    : { names: webApiNames, rules: webApiRules };
}

/** Refuses what the sandbox does not have; gives what the code needs of permissions. */
function checkCode(
  { text, placeOf }: JoinedProgram,
  { names: apis, rules }: ReturnType<typeof apisOf>,
): ReturnType<typeof findNeeds> {
  const options: CheckOptions = { file: '', sourceType: 'script', apis };
  const check = checkProgram(text, options);
  const problems = check.problems.map((problem) => ({ ...problem, ...placeOf(problem) }));
  refuseProblems([...problems, ...findUnusedApis(check.requires, placeOf)]);
  const names = new Set(check.requires.flatMap(({ binding }) => binding ?? []));
  const { requires } = checkProgram(blankPresenceTests(text, names), options);
  return findNeeds(requires, rules, placeOf);
}

const DATA_OF_SECTION: Readonly<Record<string, DataName>> = {
  INFO: 'info',
  TEMPLATE_PARAMETERS: 'fields',
};

function findInvalid(template: Template, locate: Locate): Problem[] {
  return validateTemplate(template).map(({ section, path, message }) => {
    const name = DATA_OF_SECTION[section] ?? 'permissions';
    return { ...locate(name, path), message: `${path || '/'} ${message}` };
  });
}

/** Prints, and makes sure that the text reads back as what was printed. */
function printFaithfully(template: Template, folder: string): string {
  const text = printTemplate(template);
  const { template: read, warnings } = parseTemplate(text, folder);
  if (warnings.length === 0 && printTemplate(read) === text) return text;
  const message = 'The printed template does not read back as the same bytes';
  throw new BuildError([{ file: folder, line: 1, column: 1, message }]);
}
