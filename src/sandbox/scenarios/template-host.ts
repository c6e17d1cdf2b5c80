import type { Template } from '../../tpl/index.ts';
import { apisOf } from '../apis/apis-of.ts';
import type { Api } from '../apis/define-api.ts';
import type { ApiHost } from '../apis/index.ts';
import { createOfflineContainer } from '../container/create-offline-container.ts';
import { createGrants } from '../permissions/index.ts';
import type { Grants } from '../permissions/index.ts';
import { createOfflineServer } from '../server-container/create-offline-server.ts';
import type { OfflineServerOptions } from '../server-container/create-offline-server.ts';
import type { SandboxValue } from '../values/index.ts';

/** What a template runs on when no container stands around it. */
export interface TemplateHost {
  host: ApiHost;
  /** Every API of the template's kind of container. */
  apis: ReadonlyMap<string, Api>;
}

export interface TemplateHostOptions {
  page: OfflineServerOptions['page'];
  /** What the template keeps from run to run. */
  templateStorage: Map<string, SandboxValue>;
  /** Those of the template, in preview, unless given. */
  grants?: Grants;
  /** What surrounds a server template. */
  server?: Pick<OfflineServerOptions, 'network' | 'request' | 'eventData'>;
}

export function createTemplateHost(
  { info, permissions }: Pick<Template, 'info' | 'permissions'>,
  { page, templateStorage, grants, server }: TemplateHostOptions,
): TemplateHost {
  const container = createOfflineContainer(page);
  const own = createGrants(permissions, { isDebug: true, policies: container.policies });
  const base = { page, container, grants: grants ?? own };
  if (!info.containerContexts.includes('SERVER')) {
    return { host: { ...base, templateStorage }, apis: apisOf('WEB') };
  }
  const host = createOfflineServer({ ...base, ...server, templateData: templateStorage });
  return { host, apis: apisOf('SERVER') };
}
