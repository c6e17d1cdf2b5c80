/** The address of the visitor, as proxies report it: the first `for` of RFC 7239, or of the older header. */
export function findRemoteAddress(
  header: (name: string) => string | undefined,
): string | undefined {
  const forwarded = /(?:^|[;,\s])for="?([^";,\s]+)/i.exec(header('forwarded') ?? '')?.[1];
  const [first = ''] = (header('x-forwarded-for') ?? '').split(',');
  return stripPort(forwarded ?? first.trim()) || undefined;
}

/** `[2001:db8::1]:80` and `192.0.2.1:80`. */
function stripPort(address: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(address)?.[1];
  if (bracketed !== undefined) return bracketed;
  return address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}
