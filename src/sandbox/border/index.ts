export { leadsToHost } from './leads-to-host.ts';
export { callPageFunction } from './page-function.ts';
export type { PageFunction } from './page-function.ts';
export { allToPage, toPage } from './to-page.ts';
export { allToSandbox, toSandbox } from './to-sandbox.ts';
