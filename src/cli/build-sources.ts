import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateTemplate } from '../generator/index.ts';
import { parseTemplate } from '../tpl/index.ts';
import { buildContainers } from './build-containers.ts';
import type { BuildOptions, BuiltFile } from './build.ts';

/** The templates of this project, by the folder of their sources. */
const FOLDERS = ['tag', 'variable', 'client'] as const;

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
  const [tag, variable, client] = await Promise.all(
    FOLDERS.map((folder) => generateTemplate(join(sources, folder))),
  );
  const texts = { tag: tag ?? '', variable: variable ?? '', client: client ?? '' };
  return [
    ...FOLDERS.map((name) => ({
      file: join(out, `first-party-id-${name}.tpl`),
      content: texts[name],
    })),
    ...buildContainers(
      {
        tag: parseTemplate(texts.tag).template,
        variable: parseTemplate(texts.variable).template,
        client: parseTemplate(texts.client).template,
      },
      { server: {}, fields: {} },
      out,
    ),
  ];
}
