/** What a policy is told about a request, by permission; the arguments are those of `queryPermission`. */
type Describe = (args: readonly unknown[]) => Record<string, unknown>;

const url: Describe = ([address]) => ({ url: address });
const key: Describe = ([name]) => ({ key: name });
const urlPart: Describe = ([component, queryKey]) => ({ component, queryKey });

const descriptions: ReadonlyMap<string, Describe> = new Map<string, Describe>([
  ['access_consent', ([consentType, ...operations]) => ({ consentType, ...flags(operations) })],
  ['access_globals', ([operation, path]) => ({ key: path, ...flags([operation]) })],
  ['access_local_storage', ([operation, name]) => ({ key: name, ...flags([operation]) })],
  ['get_cookies', ([name]) => ({ name })],
  ['get_referrer', urlPart],
  ['get_url', urlPart],
  ['inject_hidden_iframe', url],
  ['inject_script', url],
  ['read_data_layer', key],
  ['send_pixel', url],
  ['set_cookies', ([name, options]) => ({ name, options })],
  ['write_data_layer', key],
]);

export function describeRequest(
  permissionId: string,
  args: readonly unknown[],
): Record<string, unknown> {
  return descriptions.get(permissionId)?.(args) ?? {};
}

function flags(operations: readonly unknown[]): Record<string, boolean> {
  const asked = operations.map(String).flatMap((operation) => {
    return operation === 'readwrite' ? ['read', 'write'] : [operation];
  });
  return Object.fromEntries(
    ['read', 'write', 'execute'].map((flag) => [flag, asked.includes(flag)]),
  );
}
