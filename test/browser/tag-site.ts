import { readFile } from 'node:fs/promises';
import { parseTemplate } from '../../src/tpl/index.ts';
import { OPAQUE_ORIGIN } from './blocked-storage.ts';
import { bundlePage } from './bundle-page.ts';
import { endpointOnHosts } from './endpoint-on-hosts.ts';
import { startEndpointSite, type EndpointSite } from './endpoint-site.ts';

/** A site on all hosts with the built template on every page, and the endpoint below /fpid. */
export async function startTagSite(): Promise<EndpointSite> {
  const file = new URL('../../template/first-party-id-tag.tpl', import.meta.url);
  const { template } = parseTemplate(await readFile(file, 'utf8'));
  const script = `window.builtTemplate = ${JSON.stringify(template)};${await bundlePage('tag-page.ts')}`;
  const page = '<!doctype html><title>A page</title><script src="/tag-page.js"></script>';
  const formats = { snowplowPrefixes: ['_sp_'], treasureDataNames: ['_td'] };
  return startEndpointSite(async (nowMillis) => ({
    '/': page,
    '/cart': page,
    '/opaque': () =>
      new Response(page, { headers: { 'content-type': 'text/html', ...OPAQUE_ORIGIN } }),
    '/tag-page.js': { script },
    '/fpid/*': endpointOnHosts(formats, nowMillis),
  }));
}
