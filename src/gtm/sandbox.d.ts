/**
 * The world of a template: the methods that Google's sandboxed JavaScript has, and no others.
 * With `noLib`, anything else is a compile error.
 * https://developers.google.com/tag-platform/tag-manager/templates/standard-library
 */

interface Array<T> {
  length: number;
  [index: number]: T;
  concat(...others: T[][]): T[];
  every(test: (value: T, index: number) => boolean): boolean;
  filter<S extends T>(test: (value: T, index: number) => value is S): S[];
  filter(test: (value: T, index: number) => boolean): T[];
  forEach(visit: (value: T, index: number) => void): void;
  indexOf(value: T): number;
  join(separator: string): string;
  map<U>(convert: (value: T, index: number) => U): U[];
  pop(): T | undefined;
  push(...values: T[]): number;
  reduce<U>(combine: (sofar: U, value: T, index: number) => U, initial: U): U;
  reverse(): T[];
  shift(): T | undefined;
  slice(start?: number, end?: number): T[];
  some(test: (value: T, index: number) => boolean): boolean;
  sort(compare?: (first: T, second: T) => number): T[];
  splice(start: number, count: number): T[];
}

interface String {
  readonly length: number;
  charAt(index: number): string;
  indexOf(text: string, start?: number): number;
  lastIndexOf(text: string): number;
  /** The pattern is a text; the sandbox makes it a regular expression without flags. */
  match(pattern: string): string[] | null;
  replace(text: string, by: string): string;
  slice(start?: number, end?: number): string;
  split(separator: string): string[];
  substring(start: number, end?: number): string;
  toLowerCase(): string;
  toString(): string;
  toUpperCase(): string;
  trim(): string;
}

interface Number {
  toString(radix?: number): string;
}

interface Object {
  hasOwnProperty(key: string): boolean;
}

interface Boolean {
  toString(): string;
}

// The compiler wants these names to exist; they offer nothing.
interface Function {
  readonly length: never;
}
interface CallableFunction extends Function {
  readonly length: never;
}
interface NewableFunction extends Function {
  readonly length: never;
}
interface IArguments {
  readonly length: number;
}
interface RegExp {
  readonly source: never;
}

type Record<Key extends string, Value> = { [Name in Key]: Value };
