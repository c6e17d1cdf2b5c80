import { permissionRules } from '../../src/sandbox/permissions/index.ts';
import type { Permission, Template } from '../../src/tpl/index.ts';
import { PERMISSION_SHAPES } from '../../src/tpl/schemas/permission-shapes.ts';
import type { ParamShape } from '../../src/tpl/schemas/permission-shapes.ts';
import type { CoverageRow } from './coverage-row.ts';
import { fileFacts, infoFacts, permissionForms, unseenValues } from './coverage-seen.ts';

/** Which permissions the samples ask for, with which parameters, and in which ways they are written. */
export function coverPermissions(samples: readonly Template[]): CoverageRow[] {
  const permissions = samples.flatMap((sample) => sample.permissions);
  const parameters = permissions.flatMap(({ instance: { key, param = [] } }) =>
    param.flatMap(({ key: name, value }) => {
      const parameter = `${key.publicId}.${name}`;
      return value.type === 1 ? [parameter, `${parameter}=${value.string}`] : [parameter];
    }),
  );
  return [
    {
      kind: 'permissions',
      all: [...permissionRules.keys()],
      used: permissions.map(({ instance }) => instance.key.publicId),
    },
    { kind: 'permission parameters', all: allParameters(), used: parameters },
    { kind: 'permission forms', all: permissionForms, used: permissions.flatMap(formsOf) },
  ];
}

function allParameters(): string[] {
  const all = Object.entries(PERMISSION_SHAPES).flatMap(([id, shapes]) =>
    Object.entries(shapes).flatMap(([name, shape]) => {
      return [`${id}.${name}`, ...acceptedValues(shape).map((value) => `${id}.${name}=${value}`)];
    }),
  );
  return all.filter((parameter) => !unseenValues.includes(parameter));
}

function acceptedValues(shape: ParamShape): readonly string[] {
  return shape.kind === 'string' ? (shape.accepted ?? []) : [];
}

function formsOf(permission: Permission): string[] {
  const { clientAnnotations, instance } = permission;
  const isShort =
    instance.key.publicId === 'access_firestore' &&
    JSON.stringify(instance).includes('"mapKey"') &&
    /"operation"\}\],"mapValue"/.test(JSON.stringify(instance));
  return [
    clientAnnotations ? 'with clientAnnotations' : 'without clientAnnotations',
    ...(instance.param ? [] : ['without param']),
    ...(instance.param?.length === 0 ? ['empty param'] : []),
    ...(isShort ? ['access_firestore without databaseId'] : []),
  ];
}

/** How the INFO sections look. */
export function coverInfo(samples: readonly Template[]): CoverageRow {
  const used = samples.flatMap(({ info }) => {
    const { brand } = info;
    const thumbnail = brand?.thumbnail;
    return [
      `${info.containerContexts.join()} ${info.type}`,
      ...Object.keys(info),
      ...Object.keys(brand ?? {}).map((key) => `brand.${key}`),
      ...(brand && Object.keys(brand).length === 0 ? ['empty brand'] : []),
      ...(thumbnail === undefined ? [] : [`thumbnail ${thumbnail.split(';')[0] || 'none'}`]),
      `description ${typeof info.description}`,
      `displayName ${typeof info.displayName}`,
    ];
  });
  return { kind: 'INFO', all: infoFacts, used };
}

/** How the bytes look. */
export function coverFiles(texts: readonly string[]): CoverageRow {
  return { kind: 'ways to write a file', all: fileFacts, used: texts.flatMap(factsOf) };
}

const styles: readonly [RegExp, string][] = [
  [/^(\|\d?[-+]?)$/, '$1'],
  [/^''$/, "''"],
  [/^'.*$/, 'single-quoted'],
  [/^".*$/, 'double-quoted'],
];

function factsOf(text: string): string[] {
  const plain = text.replaceAll('\r\n', '\n');
  const tests = plain.slice(plain.indexOf('___TESTS___'), plain.indexOf('___NOTES___'));
  const scalars = Array.from(
    tests.matchAll(/^(?:- (name)|  (code)|(setup)): (.*)$/gm),
    ([, name, code, setup, value = '']) => {
      const [pattern, style] = styles.find(([one]) => one.test(value)) ?? [/^.*$/, 'plain'];
      return `${name ?? code ?? setup ?? ''} ${value.replace(pattern, style)}`;
    },
  );
  return [
    text.startsWith('\uFEFF') ? 'byte order mark' : 'no byte order mark',
    ...(text.includes('\r\n') ? ['CRLF'] : []),
    ...(text.includes('___TERMS_OF_SERVICE___') ? [] : ['no TERMS_OF_SERVICE']),
    ...(text.includes('_PERMISSIONS___') ? [] : ['no permissions']),
    ...(tests.includes('\nsetup: ') ? [] : ['no setup']),
    ...scalars,
  ];
}
