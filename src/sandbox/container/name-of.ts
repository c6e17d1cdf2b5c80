import type { Template } from '../../tpl/index.ts';

/** What Google's editor shows for a template. */
export function nameOf({ info }: Template): string {
  return typeof info.displayName === 'string' ? info.displayName : info.displayName.text;
}
