import { createContainer } from '../../../src/sandbox/container/index.ts';
import type { ContainerOptions, TagStatus } from '../../../src/sandbox/container/index.ts';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';
import type { MemoryPage } from '../../../src/sandbox/page/index.ts';
import type { Permission, Template } from '../../../src/tpl/index.ts';
import { grant, grantConsent, grantGlobals } from '../permissions/grant.ts';

/** What most tags of these tests may do. */
const usual: Permission[] = [
  grant('logging', { environments: 'all' }),
  grant('access_template_storage'),
  grant('read_data_layer', { allowedKeys: 'any' }),
  grant('write_data_layer', { keyPatterns: ['theme'] }),
  grant('read_event_metadata'),
  grantConsent('ad_storage', 'analytics_storage', 'custom'),
  grantGlobals({ dataLayer: 'rw', gtag: 'rwx', broken: 'x' }),
];

export function makeTemplate(code: string, permissions: Permission[] = usual): Template {
  return {
    info: {
      type: 'TAG',
      id: 'cvt_temp_public_id',
      version: 1,
      displayName: 'Tag',
      description: '',
      containerContexts: ['WEB'],
    },
    parameters: [],
    code: `const log = require('logToConsole');\n${code}`,
    permissions,
    tests: { scenarios: [] },
  };
}

/** A page with a data layer, gtag and a container. */
export interface Site {
  page: MemoryPage;
  /** `window.dataLayer`. */
  dataLayer: unknown[];
  gtag(...args: unknown[]): void;
  /** A tag that fires on the events. */
  tag(code: string, ...events: string[]): Template;
  addTemplate(template: Template, fields: Record<string, unknown>, ...events: string[]): void;
  statuses: TagStatus[];
  start(): void;
}

export function createSite(options: Omit<ContainerOptions, 'page'> = {}): Site {
  const page = createMemoryPage({
    url: 'https://www.example.com/',
    nowMillis: () => 1_700_000_000_000,
  });
  const dataLayer: unknown[] = [];
  page.window['dataLayer'] = dataLayer;
  const gtag: Site['gtag'] = function () {
    // eslint-disable-next-line prefer-rest-params -- as Google's own snippet.
    dataLayer.push(arguments);
  };
  page.window['gtag'] = gtag;
  const container = createContainer({ page, ...options });
  const statuses: TagStatus[] = [];
  container.onTagStatus((status) => statuses.push(status));
  const addTemplate: Site['addTemplate'] = (template, fields, ...events) => {
    container.addTag({ template, fields, firesOn: (event) => events.includes(event) });
  };
  return {
    page,
    dataLayer,
    gtag,
    statuses,
    addTemplate,
    start: container.start,
    tag: (code, ...events) => {
      const template = makeTemplate(code);
      addTemplate(template, {}, ...events);
      return template;
    },
  };
}
