import { describe, expect, test } from '@jest/globals';
import type { Template } from '../../src/tpl/index.ts';
import { formatTplProblem, validateTemplate } from '../../src/tpl/validate.ts';
import { sampleTemplate } from './templates.ts';

/** A template from JSON: problems are what the types do not allow. */
function problems(json: Record<string, unknown>): string[] {
  const template: Template = JSON.parse(JSON.stringify({ ...sampleTemplate(), ...json }));
  return validateTemplate(template).map(formatTplProblem);
}

function infoWith(change: Record<string, unknown>): Record<string, unknown> {
  return { info: { ...sampleTemplate().info, ...change } };
}

function permission(publicId: string, ...param: unknown[]): Record<string, unknown> {
  return {
    permissions: [{ instance: { key: { publicId, versionId: '1' }, param }, isRequired: true }],
  };
}

const text = (string: unknown) => ({ type: 1, string });
const flag = (boolean: unknown) => ({ type: 8, boolean });
const list = (...listItem: unknown[]) => ({ type: 2, listItem });
const map = (columns: Record<string, unknown>) => ({
  type: 3,
  mapKey: Object.keys(columns).map(text),
  mapValue: Object.values(columns),
});

test('finds nothing in a sound template', () => {
  expect(problems({})).toEqual([]);
});

test('finds nothing in the keys of permissions that are written by hand', () => {
  const instance = { key: { publicId: 'read_title', vpiId: '2' }, param: [] };
  expect(problems({ permissions: [{ instance, isRequired: true }] })).toEqual([]);
});

describe('validateTemplate names section, path and accepted values for', () => {
  test.each([
    [
      'a type',
      infoWith({ type: 'VARIABLE' }),
      'INFO /type: is "VARIABLE"; accepted: "TAG", "MACRO", "CLIENT"',
    ],
    [
      'a container',
      infoWith({ containerContexts: ['WEB', 'APP'] }),
      'INFO /containerContexts/1: is "APP"; accepted: "WEB", "SERVER"',
    ],
    [
      'too many containers',
      infoWith({ containerContexts: ['WEB', 'SERVER'] }),
      'INFO /containerContexts: has 2 items; accepted: at most 1',
    ],
    [
      'a category',
      infoWith({ categories: ['COOKIES'] }),
      'INFO /categories/0: is "COOKIES"; accepted: "ADVERTISING", ',
    ],
    [
      'an unknown key',
      infoWith({ icon: '' }),
      'INFO /: has the unknown key "icon"; accepted: type, id, ',
    ],
    [
      'a missing key',
      infoWith({ description: undefined }),
      'INFO /: has no "description", which is required',
    ],
    [
      'a type of value',
      infoWith({ displayName: 1 }),
      'INFO /displayName: is 1; accepted: a string or object',
    ],
    ['a version', infoWith({ version: 2 }), 'INFO /version: is 2; accepted: 1'],
    [
      'a thumbnail',
      infoWith({ brand: { thumbnail: 'https://example.com/a.png' } }),
      'INFO /brand/thumbnail: is "https://example.com/a.png"; accepted: what matches ',
    ],
  ])('%s of INFO', (_name, change, message) => {
    expect(problems(change)).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    [
      'a field type',
      { type: 'NUMBER', name: 'a' },
      'TEMPLATE_PARAMETERS /0: has the type "NUMBER"; accepted: "TEXT", "GROUP", "SELECT", ',
    ],
    [
      'a field without a name',
      { type: 'LABEL' },
      'TEMPLATE_PARAMETERS /0: has no "name", which is required',
    ],
    [
      'a key of another field type',
      { type: 'TEXT', name: 'a', checkboxText: 'b' },
      'TEMPLATE_PARAMETERS /0: has the unknown key "checkboxText"; accepted: type, name, displayName',
    ],
    [
      'a nested field',
      {
        type: 'GROUP',
        name: 'a',
        subParams: [{ type: 'CHECKBOX', name: 'b', defaultValue: 'true' }],
      },
      'TEMPLATE_PARAMETERS /0/subParams/0/defaultValue: is "true"; accepted: a boolean',
    ],
    [
      'a group style',
      { type: 'GROUP', name: 'a', subParams: [], groupStyle: 'OPEN' },
      'TEMPLATE_PARAMETERS /0/groupStyle: is "OPEN"; accepted: "ZIPPY_CLOSED"',
    ],
    [
      'a validator',
      { type: 'TEXT', name: 'a', valueValidators: [{ type: 'EMAIL' }] },
      'TEMPLATE_PARAMETERS /0/valueValidators/0/type: is "EMAIL"; accepted: "NON_EMPTY", "REGEX"',
    ],
    [
      'a condition',
      {
        type: 'TEXT',
        name: 'a',
        enablingConditions: [{ paramName: 'b', paramValue: 1, type: 'IS' }],
      },
      'TEMPLATE_PARAMETERS /0/enablingConditions/0/type: is "IS"; accepted: "EQUALS", "NOT_EQUALS", "PRESENT"',
    ],
    [
      'a table column',
      {
        type: 'SIMPLE_TABLE',
        name: 'a',
        simpleTableColumns: [{ type: 'TEXT', name: 'b', displayName: 'c' }],
      },
      'TEMPLATE_PARAMETERS /0/simpleTableColumns/0: has no "defaultValue", which is required',
    ],
    [
      'a field inside a table',
      {
        type: 'PARAM_TABLE',
        name: 'a',
        paramTableColumns: [{ isUnique: true, param: { type: 'X', name: 'b' } }],
      },
      'TEMPLATE_PARAMETERS /0/paramTableColumns/0/param: has the type "X"; accepted: "TEXT"',
    ],
  ])('%s', (_name, parameter, message) => {
    expect(problems({ parameters: [parameter] })).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    [
      'a permission',
      permission('log'),
      'WEB_PERMISSIONS /0/instance/key/publicId: is "log"; accepted: "access_',
    ],
    [
      'a parameter',
      permission('logging', { key: 'levels', value: text('all') }),
      'WEB_PERMISSIONS /0/instance/param/0/key: is "levels"; accepted: "environments"',
    ],
    [
      'a choice',
      permission('logging', { key: 'environments', value: text('preview') }),
      'WEB_PERMISSIONS /0/instance/param/0/value/string: is "preview"; accepted: "debug", "all"',
    ],
    [
      'a value type',
      permission('get_cookies', { key: 'cookieNames', value: text('_d8a') }),
      'WEB_PERMISSIONS /0/instance/param/0/value/type: is 1; accepted: 2',
    ],
    [
      'a parameter where none is',
      permission('read_title', { key: 'a', value: text('b') }),
      'WEB_PERMISSIONS /0/instance/param: has 1 items; accepted: at most 0',
    ],
    [
      'a column of a row',
      permission('access_consent', {
        key: 'consentTypes',
        value: list(
          map({ consentType: text('ad_storage'), read: flag('yes'), write: flag(false) }),
        ),
      }),
      'WEB_PERMISSIONS /0/instance/param/0/value/listItem/0/mapValue/1/boolean: is "yes"; accepted: a boolean',
    ],
    [
      'a missing column',
      permission('access_globals', {
        key: 'keys',
        value: list(map({ key: text('a'), read: flag(true) })),
      }),
      'WEB_PERMISSIONS /0/instance/param/0/value/listItem/0/mapKey: has 2 items; accepted: at least 4',
    ],
    [
      'a choice in a row',
      permission('set_cookies', {
        key: 'allowedCookies',
        value: list(
          map({
            name: text('*'),
            domain: text('*'),
            path: text('/'),
            secure: text('yes'),
            session: text('any'),
          }),
        ),
      }),
      'mapValue/3/string: is "yes"; accepted: "any", "secure", "non_secure"',
    ],
  ])('%s', (_name, change, message) => {
    expect(problems(change)).toContainEqual(expect.stringContaining(message));
  });

  test('a server template under SERVER_PERMISSIONS', () => {
    const change = { ...infoWith({ containerContexts: ['SERVER'] }), ...permission('nothing') };
    expect(problems(change)).toContainEqual(expect.stringMatching(/^SERVER_PERMISSIONS \/0/));
  });
});
