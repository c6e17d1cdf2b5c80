import { abilitiesBeyond, describeAbility, listAbilities } from '../tpl/list-permissions.ts';
import type { Permission } from '../tpl/index.ts';
import { readTemplate } from './read-templates.ts';

/** What a new version of a template may do that the old one may not, as lines; or why that is not known. */
export function comparePermissions(
  oldFile: string,
  newFile: string,
): { text: string; asksForMore: boolean } | { failure: string } {
  const before = readTemplate(oldFile);
  const after = readTemplate(newFile);
  if ('failure' in before) return before;
  if ('failure' in after) return after;
  const { added, dropped } = compare(
    before.parsed.template.permissions,
    after.parsed.template.permissions,
  );
  const lines = [
    ...section(`${newFile} may now do what ${oldFile} may not:`, added),
    ...section('It no longer:', dropped),
  ];
  const text = lines.length > 0 ? lines.join('\n') : `${newFile} asks for no more than ${oldFile}.`;
  return { text: `${text}\n`, asksForMore: added.length > 0 };
}

function compare(before: readonly Permission[], after: readonly Permission[]) {
  const [known, wanted] = [listAbilities(before), listAbilities(after)];
  return {
    added: abilitiesBeyond(wanted, known).map(describeAbility),
    dropped: abilitiesBeyond(known, wanted).map(describeAbility),
  };
}

function section(title: string, abilities: readonly string[]): string[] {
  return abilities.length === 0 ? [] : [title, ...abilities.map((ability) => `  - ${ability}`)];
}
