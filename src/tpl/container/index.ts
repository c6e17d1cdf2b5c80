export { keepsAll, mergeContainers } from './merge-containers.ts';
export type { Merge } from './merge-containers.ts';
export { printContainer } from './print-container.ts';
export type { ContainerProblem } from './problem.ts';
export { templateTypes } from './references.ts';
export { validateContainer } from './validate-container.ts';
export type { ReadContainer } from './validate-container.ts';
export type * from './types.ts';
