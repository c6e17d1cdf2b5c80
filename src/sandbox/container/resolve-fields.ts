/** Answers the value of a variable, or a promise of it; undefined for a name that there is not. */
export type ReadVariable = (name: string) => unknown;

type Fields = Readonly<Record<string, unknown>>;

const reference = /\{\{([^{}]+)\}\}/g;

/**
 * Runs with variables in the place of `{{name}}`, in texts, lists and tables. A text that is one reference gets its value.
 * When a variable is a promise, it runs once all are there.
 */
export function withVariables<Result>(
  fields: Fields,
  read: ReadVariable,
  run: (fields: Record<string, unknown>) => Result,
): Result | Promise<Result> {
  const names = [...new Set(findNames(fields))];
  const values = names.map(read);
  const runWith = (ready: readonly unknown[]): Result => {
    const known = new Map(names.map((name, index) => [name, ready[index]]));
    return run(resolveFields(fields, known));
  };
  const isWaiting = values.some((value) => value instanceof Promise);
  return isWaiting ? Promise.all(values).then(runWith) : runWith(values);
}

function findNames(value: unknown): string[] {
  if (typeof value === 'string')
    return Array.from(value.matchAll(reference), ([, name = '']) => name);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(findNames);
}

type Known = ReadonlyMap<string, unknown>;

function resolveFields(fields: Fields, known: Known): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => [name, resolve(value, known)]);
  return Object.fromEntries(entries);
}

function resolve(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => resolve(item, known));
  if (typeof value === 'object' && value !== null) return resolveFields({ ...value }, known);
  if (typeof value !== 'string') return value;
  const [only] = [...value.matchAll(reference)];
  if (only?.[0] === value) return known.get(only[1] ?? '');
  return value.replace(reference, (_, name: string) => String(known.get(name)));
}
