import type { PermissionParameters } from './permission-parameters.ts';
import type { PermissionRule } from './permission-rule.ts';

/** Where the parameters keep what is allowed of one part: a switch, and perhaps a list of names with a column. */
interface Part {
  allowed: string;
  access: string;
  names?: { list: string; column: string };
}

const requestParts: ReadonlyMap<unknown, Part> = new Map<unknown, Part>([
  ['body', { allowed: 'bodyAllowed', access: 'bodyAccess' }],
  [
    'header',
    {
      allowed: 'headersAllowed',
      access: 'headerAccess',
      names: { list: 'headerWhitelist', column: 'headerName' },
    },
  ],
  ['path', { allowed: 'pathAllowed', access: 'pathAccess' }],
  [
    'query',
    {
      allowed: 'queryParametersAllowed',
      access: 'queryParameterAccess',
      names: { list: 'queryParameterWhitelist', column: 'queryParameter' },
    },
  ],
  ['remote_address', { allowed: 'remoteAddressAllowed', access: 'remoteAddressAccess' }],
]);

const responseParts: ReadonlyMap<unknown, Part> = new Map<unknown, Part>([
  ['body', { allowed: 'writeBodyAllowed', access: 'writeBodyAccess' }],
  [
    'header',
    {
      allowed: 'writeHeadersAllowed',
      access: 'writeHeaderAccess',
      names: { list: 'writeHeaderWhitelist', column: 'headerName' },
    },
  ],
  ['status', { allowed: 'writeStatusAllowed', access: 'writeStatusAccess' }],
]);

/** `(body | header | method | path | query | remote_address, name?)`. The method needs no more than the permission. */
export const readRequest: PermissionRule = ({ parameters, args }) => {
  const [part, name] = args;
  if (parameters.text('requestAccess') === 'any' || part === 'method') return undefined;
  if (isAllowed(parameters, requestParts.get(part), name)) return undefined;
  return `Prohibited read of the request: ${describe(args)}.`;
};

/** `(write, body | header | status, name?)`. */
export const accessResponse: PermissionRule = ({ parameters, args }) => {
  const [, part, name] = args;
  if (parameters.text('writeResponseAccess') === 'any') return undefined;
  if (isAllowed(parameters, responseParts.get(part), name)) return undefined;
  return `Prohibited write to the response: ${describe(args.slice(1))}.`;
};

function isAllowed(
  parameters: PermissionParameters,
  part: Part | undefined,
  name: unknown,
): boolean {
  if (!part) return false;
  const { allowed, access, names } = part;
  // Some templates have the text without the switch.
  if (!names) return parameters.isTrue(allowed) || parameters.text(access) === 'any';
  if (!parameters.isTrue(allowed)) return false;
  if (parameters.text(access) === 'any') return true;
  const listed = parameters.rows(names.list).map((row) => row.get(names.column));
  const all = [...listed, ...parameters.texts(names.list)].map((one) => String(one).toLowerCase());
  return typeof name === 'string' && all.includes(name.toLowerCase());
}

function describe(args: readonly unknown[]): string {
  return args.length === 0 ? 'the whole' : args.map(String).join(' ');
}
