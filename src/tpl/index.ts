export { parseTemplate } from './parse.ts';
export type { ParsedTemplate } from './parse.ts';
export { printTemplate } from './print.ts';
export { TERMS_OF_SERVICE } from './sections.ts';
export { TplError } from './tpl-error.ts';
export type * from './types.ts';
