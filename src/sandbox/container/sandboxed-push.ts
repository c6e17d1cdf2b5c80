/** What the data layer holds of a push that sandboxed code made. Not a plain object, so that copies lack it. */
export class SandboxedPush {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** The value itself, whoever pushed it. */
export function unwrapPush(stored: unknown): unknown {
  return stored instanceof SandboxedPush ? stored.value : stored;
}

/** How many runs of sandboxed code are under way in a window; all its containers count together. */
const depths = new WeakMap<object, number>();

export function isSandboxRunning(window: object): boolean {
  return (depths.get(window) ?? 0) > 0;
}

/** Runs sandboxed code, so that what it pushes is known as such. */
export function runInSandbox<Result>(window: object, run: () => Result): Result {
  const depth = depths.get(window) ?? 0;
  depths.set(window, depth + 1);
  try {
    return run();
  } finally {
    depths.set(window, depth);
  }
}
