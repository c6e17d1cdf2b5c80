import { SandboxObject } from './sandbox-object.ts';

/** What `createRegex` answers. The native string methods use it like a RegExp; code in the sandbox sees nothing of it. */
export class SandboxRegex extends SandboxObject {
  readonly native: RegExp;

  constructor(native: RegExp) {
    super();
    this.native = native;
    this.frozen = true;
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    const found = this.native[Symbol.match](text);
    // Native named groups have no prototype, which the border refuses.
    if (found?.groups) found.groups = { ...found.groups };
    return found;
  }

  [Symbol.replace](text: string, replacement: unknown): string {
    // The text is copied as native code copies it; a function gets the match and its groups.
    return typeof replacement === 'function'
      ? text.replace(this.native, (...args) => String(Reflect.apply(replacement, undefined, args)))
      : text.replace(this.native, String(replacement));
  }

  [Symbol.search](text: string): number {
    return this.native[Symbol.search](text);
  }

  [Symbol.split](text: string, limit?: number): string[] {
    return this.native[Symbol.split](text, limit);
  }
}
