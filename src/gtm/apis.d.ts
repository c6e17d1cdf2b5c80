/**
 * The sandbox's APIs that our templates use.
 * https://developers.google.com/tag-platform/tag-manager/templates/api
 */

/** What `setCookie` reads; other keys are ignored. A missing domain means this host only. */
interface SandboxCookieOptions {
  domain?: string;
  path: string;
  'max-age'?: number;
  samesite: string;
  secure: boolean;
}

interface SandboxStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): boolean;
  removeItem(key: string): void;
}

interface SandboxApis {
  addConsentListener(type: string, listener: (type: string, isGranted: boolean) => void): void;
  callLater(callback: () => void): void;
  copyFromDataLayer(key: string): unknown;
  copyFromWindow(path: string): unknown;
  createQueue(path: string): (...values: unknown[]) => void;
  generateRandom(min: number, max: number): number;
  getCookieValues(name: string, decode: boolean): string[];
  getTimestampMillis(): number;
  getType(value: unknown): string;
  getUrl(component: 'protocol' | 'host'): string;
  isConsentGranted(type: string): boolean;
  JSON: { parse(text: string): unknown; stringify(value: unknown): string };
  /** `undefined` where the browser keeps no local storage for the page. */
  localStorage: SandboxStorage | undefined;
  makeNumber(value: unknown): number;
  makeString(value: unknown): string;
  queryPermission(permission: string, operation: string, argument?: string): boolean;
  sendPixel(url: string, onSuccess: () => void, onFailure: () => void): void;
  setCookie(name: string, value: string, options: SandboxCookieOptions, encode: boolean): boolean;
  setInWindow(path: string, value: unknown, override: boolean): boolean;
  /** Kept by reference for the page's life, for all tags of this template in this container. */
  templateStorage: { getItem(key: string): unknown; setItem(key: string, value: unknown): void };
}

declare function require<Name extends keyof SandboxApis>(name: Name): SandboxApis[Name];

/** The form's values, by field name, and what Google adds to them. */
declare const data: Record<string, unknown> & {
  gtmOnSuccess(): void;
  gtmOnFailure(): void;
  gtmEventId?: number;
};
