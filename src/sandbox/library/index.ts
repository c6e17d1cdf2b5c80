export { findMethod } from './find-method.ts';
export { listMethods } from './list-methods.ts';
export { stringMethods } from './string-methods.ts';
