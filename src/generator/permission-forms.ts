import type { Access } from '../sandbox/check/index.ts';
import type { PermissionParam, PermissionValue, TemplateParameter } from '../tpl/index.ts';
import { fieldChoices } from './field-choices.ts';
import type { PermissionDeclarations, PermissionId } from './permission-declarations.ts';
import type { Scope } from './permission-scope.ts';
import { addEntry, emptyScope, grantedAccess } from './permission-scope.ts';
import { printRequestParts, printResponseParts } from './message-parts.ts';
import { flag, list, param, row, text } from './permission-values.ts';

/** What the forms read beside their own declaration. */
export interface FormContext {
  fields: readonly TemplateParameter[];
  /** Every access that the code needs of things it does not name. */
  unnamedAccess: readonly Access[];
}

/** How one permission is declared in permissions.ts and written in Google's form. */
export interface PermissionForm<Declaration> {
  /** The properties that declare a scope, for messages. */
  scopeProperties: readonly string[];
  readScope(declaration: Declaration, context: FormContext): Scope;
  print(scope: Scope, declaration: Declaration): PermissionParam[];
}

type Forms = { [Id in PermissionId]-?: PermissionForm<NonNullable<PermissionDeclarations[Id]>> };

const withoutScope: PermissionForm<object> = {
  scopeProperties: [],
  readScope: emptyScope,
  print: () => [],
};

function namesOf(names: readonly string[] | undefined): Scope {
  const scope = emptyScope();
  for (const name of names ?? []) addEntry(scope, name, []);
  return scope;
}

function nameList({ entries }: Scope): PermissionValue {
  return list([...entries.keys()].map(text));
}

/** A list of names. */
function names<Property extends string>(
  property: Property,
): PermissionForm<{ [Name in Property]?: string[] }> {
  return {
    scopeProperties: [property],
    readScope: (declaration) => namesOf(declaration[property]),
    print: (scope) => [param(property, nameList(scope))],
  };
}

/** Everything, or a list of names. */
function anyOr<Switch extends string, Property extends string>(
  choice: Switch,
  property: Property,
): PermissionForm<{ [Name in Property]?: string[] } & { [Name in Switch]?: 'any' }> {
  return {
    scopeProperties: [choice, property],
    readScope: (declaration) => ({
      ...namesOf(declaration[property]),
      isAny: declaration[choice] === 'any',
    }),
    print: (scope) =>
      scope.isAny
        ? [param(choice, text('any'))]
        : [param(choice, text('specific')), param(property, nameList(scope))],
  };
}

function accessRows(scope: Scope, key: string, columns: readonly Access[]): PermissionValue {
  return list(
    [...scope.entries].map(([name, access]) =>
      row([[key, text(name)], ...columns.map((each) => [each, flag(access.has(each))] as const)]),
    ),
  );
}

function keys(columns: readonly Access[]): Forms['access_globals'] {
  return {
    scopeProperties: ['keys'],
    readScope: ({ keys: declared }) => {
      const scope = emptyScope();
      for (const each of declared ?? []) addEntry(scope, each.key, grantedAccess(each));
      return scope;
    },
    print: (scope) => [param('keys', accessRows(scope, 'key', columns))],
  };
}

const consent: Forms['access_consent'] = {
  scopeProperties: ['typesFromField', 'consentTypes'],
  readScope: ({ consentTypes, typesFromField }, { fields, unnamedAccess }) => {
    const scope = emptyScope();
    const types = typesFromField === undefined ? [] : fieldChoices(fields, typesFromField);
    for (const type of types) addEntry(scope, type, unnamedAccess);
    for (const each of consentTypes ?? []) addEntry(scope, each.consentType, grantedAccess(each));
    return scope;
  },
  print: (scope) => [param('consentTypes', accessRows(scope, 'consentType', ['read', 'write']))],
};

const urlParts: Forms['get_url'] = {
  scopeProperties: ['urlParts'],
  readScope: ({ urlParts: parts }) => {
    const scope = emptyScope();
    scope.isAny = parts === 'any';
    for (const part of Array.isArray(parts) ? parts : []) addEntry(scope, part, []);
    return scope;
  },
  print: ({ isAny, entries }, { queryKeys = 'any' }) => [
    param('urlParts', text(isAny ? 'any' : 'specific')),
    ...(isAny ? [] : [...entries.keys()].map((part) => param(part, flag(true)))),
    param('queriesAllowed', text(queryKeys === 'any' ? 'any' : 'specific')),
    ...(queryKeys === 'any' ? [] : [param('queryKeys', list(queryKeys.map(text)))]),
  ],
};

const setCookies: Forms['set_cookies'] = {
  scopeProperties: ['allowedCookies'],
  readScope: ({ allowedCookies }) => {
    const scope = emptyScope();
    for (const { name } of allowedCookies) addEntry(scope, name, ['write']);
    return scope;
  },
  print: (_scope, { allowedCookies }) => [
    param(
      'allowedCookies',
      list(
        allowedCookies.map(({ name, domain, path, secure, session }) =>
          row(
            Object.entries({ name, domain, path, secure, session }).map(([key, value]) => [
              key,
              text(value),
            ]),
          ),
        ),
      ),
    ),
  ],
};

/** Every permission that our kinds of templates use. */
export const PERMISSION_FORMS: Forms = {
  access_consent: consent,
  access_globals: keys(['read', 'write', 'execute']),
  access_local_storage: keys(['read', 'write']),
  access_response: { ...withoutScope, print: printResponseParts },
  access_template_storage: withoutScope,
  get_cookies: anyOr('cookieAccess', 'cookieNames'),
  get_referrer: urlParts,
  get_url: urlParts,
  inject_hidden_iframe: names('urls'),
  inject_script: names('urls'),
  logging: {
    ...withoutScope,
    print: (_scope, { environments = 'debug' }) => [param('environments', text(environments))],
  },
  read_analytics_storage: withoutScope,
  read_character_set: withoutScope,
  read_container_data: withoutScope,
  read_data_layer: anyOr('allowedKeys', 'keyPatterns'),
  read_event_metadata: withoutScope,
  read_request: { ...withoutScope, print: printRequestParts },
  read_title: withoutScope,
  return_response: withoutScope,
  send_pixel: anyOr('allowedUrls', 'urls'),
  set_cookies: setCookies,
  use_custom_private_keys: names('keyIds'),
  write_data_layer: names('keyPatterns'),
};
