/** An error that ends the run of a template. The evaluator adds the place when it passes. */
export class SandboxError extends Error {
  override name = 'SandboxError';
  /** The message without its place. */
  readonly reason: string;
  /** `file (line:column)` of the innermost node, once known. */
  place: string | undefined;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }

  /** Puts the place in front of the message, unless an inner node has done so. */
  locate(place: string): this {
    if (this.place === undefined) {
      this.place = place;
      this.message = `${place}: ${this.reason}`;
    }
    return this;
  }
}

/** Any thrown thing as a SandboxError; the original stays as `cause`. */
export function asSandboxError(thrown: unknown): SandboxError {
  if (thrown instanceof SandboxError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new SandboxError(reason, { cause: thrown });
}
