import type { ContainerExport } from '../../tpl/container/types.ts';
import { readForm, readText } from '../container/read-form.ts';
import { readTemplates } from '../container/read-templates.ts';
import type { ServerContainer } from './create-server-container.ts';

/**
 * Adds what a server container's export holds of templates: its clients, and its variables, of which
 * constants too. Tags are not imported: their triggers read variables of Google's own.
 */
export function importServerContainer(container: ServerContainer, exported: ContainerExport): void {
  const version = exported.containerVersion;
  const templates = readTemplates(version);
  const constants = new Map(
    (version.variable ?? [])
      .filter(({ type }) => type === 'c')
      .map(({ name, parameter = [] }) => [`{{${name}}}`, readText(parameter, 'value')]),
  );
  const readFields = (parameter: Parameters<typeof readForm>[0]): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(readForm(parameter)).map(([key, value]) => [
        key,
        typeof value === 'string' ? (constants.get(value) ?? value) : value,
      ]),
    );
  for (const { name, type, parameter } of version.variable ?? []) {
    const template = templates.get(type);
    if (template) container.addVariable({ name, template, fields: readFields(parameter) });
  }
  for (const { name, type, parameter, priority = 0 } of version.client ?? []) {
    const template = templates.get(type);
    if (template) container.addClient({ name, template, fields: readFields(parameter), priority });
  }
}
