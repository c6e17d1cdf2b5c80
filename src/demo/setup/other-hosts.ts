import { escapeHtml } from '../../cookie-table/escape-html.ts';
import { clientFieldsFor } from '../../gtm/containers/server-container.ts';
import { FILLED_IN } from '../../gtm/containers/web-container.ts';
import { endpointUrl, readSite } from './site.ts';
import type { SetUp } from './site.ts';

type Fields = Readonly<Record<string, string | number | boolean>>;

/** Fields of Google Tag Manager's form that the loader has other words for. */
const OTHER_WORDS = [...FILLED_IN, 'dataLayerName'];

/** One script tag for pages without Google Tag Manager; the endpoint serves the script. */
export function printLoaderTag({ form, globalPrivacyControl }: SetUp, fields: Fields): string {
  const url = endpointUrl(form);
  const hasMore = form['snowplow'] === true || form['treasureData'] === true;
  const options = Object.entries(fields)
    .filter(([name]) => !OTHER_WORDS.includes(name))
    .map(([name, value]) => ` data-${toKebabCase(name)}="${escapeHtml(String(value))}"`);
  const signal = globalPrivacyControl ? ' data-privacy-signal' : '';
  const layer = String(form['dataLayerName']);
  const named = layer === 'dataLayer' ? '' : ` data-data-layer="${escapeHtml(layer)}"`;
  const file = hasMore ? 'loader-all.js' : 'loader.js';
  return `<script async src="https://${escapeHtml(url)}/${file}"${options.join('')}${signal}${named}></script>`;
}

/** Options that are one text in the form of the server container's client. */
const LISTS = ['d8aPrefixes', 'snowplowPrefixes', 'treasureDataNames'];

/** The endpoint's configuration for the site: the words of the client, which answers as it does. */
export function printEndpoint({ website }: SetUp, fields: Fields): string {
  const { origin, cookieDomain } = readSite(website) ?? exampleSite;
  const words = Object.entries(clientFieldsFor(fields)).map(([name, value]) => [
    name,
    LISTS.includes(name) ? [value] : value,
  ]);
  const sites = [{ origins: [origin], cookieDomain }];
  return JSON.stringify({ sites, ...Object.fromEntries(words) }, undefined, 2) + '\n';
}

/** What the site has decided, for `first-party-id build` and `cookies`. */
export function printIdentity(setUp: SetUp, fields: Fields): string {
  const { consentTool, globalPrivacyControl, website } = setUp;
  const { origin, cookieDomain } = readSite(website) ?? exampleSite;
  const identity = {
    ...fields,
    consentTool,
    globalPrivacyControl,
    server: { sites: [{ origins: origin, cookieDomain }] },
  };
  return JSON.stringify(identity, undefined, 2) + '\n';
}

const exampleSite = { origin: 'https://www.example.com', cookieDomain: 'example.com' };

function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
