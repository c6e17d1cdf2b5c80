/** Whether the dotted key is covered: `a.b.*` covers a.b and everything below it, `a.b` only itself. */
export function matchKey(key: string, pattern: string): boolean {
  if (!pattern.endsWith('.*')) return key === pattern;
  const base = pattern.slice(0, -2);
  return key === base || key.startsWith(`${base}.`);
}
