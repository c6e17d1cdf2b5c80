import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateTemplate } from '../generator/index.ts';
import { buildContainers } from './build-containers.ts';
import type { BuildOptions, BuiltFile } from './build.ts';
import { OWN_TEMPLATES, ownFileName, parseOwnTemplates } from './own-templates.ts';

/** One template from the folder with its sources. */
export async function buildTemplate(options: BuildOptions & { from: string }): Promise<BuiltFile> {
  const { from, out = '', 'data-layer': name } = options;
  const naming = name === undefined ? {} : { dataLayerName: name };
  return { file: out, content: await generateTemplate(from, naming) };
}

/** The templates of this project, and the containers that hold them. */
export async function buildAll(out: string): Promise<BuiltFile[]> {
  const sources = 'src/gtm';
  if (!existsSync(sources)) {
    throw new Error(
      `There is no ${sources} here to build from. Give --config for a site's containers.`,
    );
  }
  const texts = new Map(
    await Promise.all(
      OWN_TEMPLATES.map(
        async (name) => [name, await generateTemplate(join(sources, name))] as const,
      ),
    ),
  );
  const templates = parseOwnTemplates((name) => texts.get(name) ?? '');
  return [
    ...[...texts].map(([name, content]) => ({
      file: join(out, `${ownFileName(name)}.tpl`),
      content,
    })),
    ...buildContainers(templates, { server: {}, fields: {} }, out),
  ];
}
