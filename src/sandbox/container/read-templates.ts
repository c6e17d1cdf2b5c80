import { templateTypes } from '../../tpl/container/references.ts';
import type { ContainerVersion } from '../../tpl/container/types.ts';
import { parseTemplate } from '../../tpl/index.ts';
import type { Template } from '../../tpl/index.ts';

/** The templates of an export, by the type that tags, variables and clients have of them. */
export function readTemplates(version: ContainerVersion): Map<string, Template> {
  const texts = new Map(
    (version.customTemplate ?? []).map(({ name, templateData }) => [name, templateData]),
  );
  return new Map(
    [...templateTypes(version)].map(([type, name]) => [
      type,
      parseTemplate(texts.get(name) ?? '', name).template,
    ]),
  );
}
