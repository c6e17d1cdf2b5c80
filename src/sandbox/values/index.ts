export { getType } from './get-type.ts';
export type { TypeName } from './get-type.ts';
export { listIndex } from './list-index.ts';
export {
  deleteOwn,
  getOwn,
  hasOwn,
  isHolder,
  ownKeys,
  refuseLength,
  setOwn,
} from './own-properties.ts';
export { asSandboxError, SandboxError } from './sandbox-error.ts';
export { SandboxFunction } from './sandbox-function.ts';
export type { Invoke } from './sandbox-function.ts';
export { SandboxList } from './sandbox-list.ts';
export { SandboxObject } from './sandbox-object.ts';
export { rejectionOf, SandboxPromise, SandboxRejection } from './sandbox-promise.ts';
export { SandboxRegex } from './sandbox-regex.ts';
export type { Primitive, SandboxHolder, SandboxValue } from './sandbox-value.ts';
