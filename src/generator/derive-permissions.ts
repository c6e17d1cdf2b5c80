import type { Problem } from '../sandbox/check/index.ts';
import type { Permission, PermissionParam, TemplateParameter } from '../tpl/index.ts';
import type { Need } from './find-needs.ts';
import type { Place } from './join-modules.ts';
import type { PermissionDeclarations, PermissionId } from './permission-declarations.ts';
import type { FormContext, PermissionForm } from './permission-forms.ts';
import { PERMISSION_FORMS } from './permission-forms.ts';
import type { Scope } from './permission-scope.ts';
import { addEntry, isEmpty } from './permission-scope.ts';

/** The code's needs and permissions.ts, which must agree. */
export interface PermissionSources {
  needs: readonly Need[];
  declarations: PermissionDeclarations;
  fields: readonly TemplateParameter[];
  /** Where a JSON path of the declarations stands. */
  locate(path: string): Place;
}

/** A permission with what it covers, for the file and for the notes. */
export interface DerivedPermission {
  id: string;
  why: string;
  scope: Scope;
  permission: Permission;
}

export interface DerivedPermissions {
  permissions: DerivedPermission[];
  problems: Problem[];
}

/** The least that the code can run with: what its literal arguments name, and what permissions.ts adds. */
export function derivePermissions(sources: PermissionSources): DerivedPermissions {
  const { needs, declarations, locate } = sources;
  const problems = findUndeclared(sources);
  const permissions: DerivedPermission[] = [];
  for (const id of Object.keys(declarations).filter(isPermissionId)) {
    const own = needs.filter(({ permission }) => permission === id);
    if (own.length === 0) {
      const message = `Nothing in the code needs the permission ${id}`;
      problems.push({ ...locate(`/${id}`), message, instead: 'Remove it.' });
      continue;
    }
    const derived = deriveOne(id, own, sources);
    if ('problems' in derived) problems.push(...derived.problems);
    else permissions.push(derived);
  }
  return { permissions, problems };
}

function isPermissionId(id: string): id is PermissionId {
  return id in PERMISSION_FORMS;
}

function findUndeclared({ needs, declarations, locate }: PermissionSources): Problem[] {
  const isDeclared = (id: string): boolean => isPermissionId(id) && id in declarations;
  return needs
    .filter(({ permission }) => !isDeclared(permission))
    .map(({ api, permission, place }) => ({
      ...place,
      message: `${api} needs the permission ${permission}, which is not declared`,
      instead: `Add ${permission}: { why: '…' } to ${locate('').file}.`,
    }));
}

function deriveOne(
  id: PermissionId,
  needs: readonly Need[],
  sources: PermissionSources,
): DerivedPermission | { problems: Problem[] } {
  const declaration = sources.declarations[id];
  if (!declaration) return { problems: [] };
  // The table gives each permission the form of its own declaration; TypeScript cannot follow that by id.
  const form = PERMISSION_FORMS[id] as PermissionForm<typeof declaration>;
  const unnamed = needs.filter(({ scope }) => scope.kind === 'unknown');
  const context: FormContext = {
    fields: sources.fields,
    unnamedAccess: [...new Set(unnamed.flatMap(({ access }) => access))],
  };
  const declared = form.readScope(declaration, context);
  const named = namedScope(needs);
  const meeting = { id, needs: unnamed, declared, named, form, locate: sources.locate };
  const problems = unnamed.length > 0 ? findUncovered(meeting) : findNeedless(meeting);
  if (problems.length > 0) return { problems };
  const scope: Scope = { isAny: declared.isAny || named.isAny, entries: new Map() };
  for (const [name, access] of [...named.entries, ...declared.entries])
    addEntry(scope, name, access);
  const permission = printPermission(id, form.print(scope, declaration));
  return { id, why: declaration.why, scope, permission };
}

/** What the literal arguments name. */
function namedScope(needs: readonly Need[]): Scope {
  const scope: Scope = { isAny: false, entries: new Map() };
  for (const { scope: touched, access } of needs) {
    if (touched.kind === 'all') scope.isAny = true;
    if (touched.kind === 'named') addEntry(scope, touched.name, access);
  }
  return scope;
}

/** What the code asks of one permission, and what permissions.ts declares of it. */
interface Meeting {
  id: PermissionId;
  /** The needs that do not say what they touch. */
  needs: readonly Need[];
  declared: Scope;
  named: Scope;
  form: { scopeProperties: readonly string[] };
  locate(path: string): Place;
}

/** Where the code does not say what it touches, permissions.ts must, with the access that is needed. */
function findUncovered({ id, needs, declared, form, locate }: Meeting): Problem[] {
  const granted = new Set([...declared.entries.values()].flatMap((access) => [...access]));
  const hasAccess = granted.size > 0;
  return needs.flatMap(({ api, place, access }): Problem[] => {
    const lacking = access.filter((each) => hasAccess && !granted.has(each));
    if (!isEmpty(declared) && lacking.length === 0) return [];
    const message = isEmpty(declared)
      ? `What ${api} touches is not a literal here, and the permission ${id} declares no scope`
      : `${api} needs ${lacking.join(' and ')}, which the permission ${id} grants for nothing`;
    const instead = `Declare ${form.scopeProperties.join(' or ')} in ${locate(`/${id}`).file}.`;
    return [{ ...place, message, instead }];
  });
}

/** When every argument is a literal, the code says it all. */
function findNeedless({ id, declared, named, locate }: Meeting): Problem[] {
  const place = locate(`/${id}`);
  const refuse = (what: string): Problem => ({
    ...place,
    message: `The permission ${id} declares ${what}, which nothing in the code needs`,
    instead: 'Remove it: the code names everything it touches.',
  });
  const problems = declared.isAny && !named.isAny ? [refuse('any')] : [];
  for (const [name, access] of declared.entries) {
    const used = named.entries.get(name);
    const extra = [...access].filter((each) => !used?.has(each));
    if (!used) problems.push(refuse(`"${name}"`));
    else if (extra.length > 0) problems.push(refuse(`${extra.join(' and ')} of "${name}"`));
  }
  return problems;
}

function printPermission(id: PermissionId, params: PermissionParam[]): Permission {
  return {
    instance: { key: { publicId: id, versionId: '1' }, param: params },
    // Google's editor marks what a person chose, and leaves the mark out where there is nothing to choose.
    ...(params.length > 0 ? { clientAnnotations: { isEditedByUser: true } } : {}),
    isRequired: true,
  };
}
