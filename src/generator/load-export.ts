import { rollup } from 'rollup';
import { BuildError } from './build-error.ts';
import { typeStripper } from './link-modules.ts';
import type { Project } from './project.ts';

/** Runs a data file of the template folder, with what it imports, and gives one of its exports. */
export async function loadExport(file: string, name: string, project: Project): Promise<unknown> {
  const bundle = await rollup({ input: file, plugins: [typeStripper(project)] });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const url = 'data:text/javascript;base64,' + Buffer.from(output[0].code).toString('base64');
  const exports: Record<string, unknown> = await import(url);
  if (name in exports) return exports[name];
  const message = `There is no export named ${name}`;
  const instead = `Write export const ${name} = ….`;
  throw new BuildError([{ file: project.pathOf(file), line: 1, column: 1, message, instead }]);
}
