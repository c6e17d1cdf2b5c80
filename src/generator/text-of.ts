import type { LocalizedText } from '../tpl/index.ts';

/** The text, without its translations. */
export function textOf(localized: LocalizedText): string {
  return typeof localized === 'string' ? localized : localized.text;
}
