import { join } from 'node:path';
import { buildContainer } from '../generator/container/index.ts';
import type { FieldValue } from '../generator/container/index.ts';
import { renameDataLayer } from '../generator/rename-data-layer.ts';
import { clientFieldsFor, planServerContainer } from '../gtm/containers/server-container.ts';
import { planWebContainer } from '../gtm/containers/web-container.ts';
import type { WebSettings } from '../gtm/containers/web-container.ts';
import { printContainer } from '../tpl/container/index.ts';
import type { BuiltFile } from './build.ts';
import { readOwnTemplates } from './own-templates.ts';
import type { OwnTemplates } from './own-templates.ts';
import { readIdentity } from './read-identity.ts';

/** What a site has decided: of the tag's form, about consent, and of the client's form. */
export interface SiteSettings extends WebSettings {
  server: Record<string, FieldValue>;
}

/** The containers for the site that a file describes, from the templates that come with this package. */
export function buildSite(config: string, out: string): BuiltFile[] {
  const templates = readOwnTemplates();
  return buildContainers(templates, readIdentity(config, templates), out);
}

/** Both containers, as Google Tag Manager imports them. */
export function buildContainers(
  { tag, variable, client }: OwnTemplates,
  { server, ...settings }: SiteSettings,
  out: string,
): BuiltFile[] {
  const { dataLayerName = 'dataLayer' } = settings.fields;
  const named =
    dataLayerName === 'dataLayer' ? tag : renameDataLayer(tag, String(dataLayerName), 'the tag');
  const containers = {
    web: buildContainer(planWebContainer([named, variable], settings)),
    server: buildContainer(
      planServerContainer([client], { ...clientFieldsFor(settings.fields), ...server }),
    ),
  };
  return Object.entries(containers).map(([kind, container]) => ({
    file: join(out, `${kind}-container.json`),
    content: printContainer(container),
  }));
}
