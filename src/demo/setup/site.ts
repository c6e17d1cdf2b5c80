import { getDomain } from 'tldts';
import { snowplowHash } from '../../core/formats/snowplow/snowplow-hash.ts';
import type { ConsentToolId } from '../../gtm/containers/consent-tools.ts';
import type { FormValues } from './form-values.ts';

/** What the page has been told. */
export interface SetUp {
  /** As it was typed: an address, or a host. */
  website: string;
  consentTool: ConsentToolId;
  globalPrivacyControl: boolean;
  form: FormValues;
}

/** A website, as browsers and cookies name it. */
export interface Site {
  /** Such as `https://www.example.com`. */
  origin: string;
  /** Registrable domain; '' for localhost and addresses, where cookies belong to the host. */
  cookieDomain: string;
}

/** The site that was typed; `undefined` while it is none. */
export function readSite(website: string): Site | undefined {
  const text = website.trim();
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return undefined;
  const { origin, hostname } = new URL(address);
  if (!hostname.includes('.') && hostname !== 'localhost') return undefined;
  return { origin, cookieDomain: getDomain(hostname, { allowPrivateDomains: true }) ?? '' };
}

/** The form with Snowplow's digits filled in where they were left to be computed. */
export function withSnowplowDigits({ form, website }: SetUp): FormValues {
  const site = readSite(website);
  if (form['snowplow'] !== true || form['snowplowHash'] !== '' || !site?.cookieDomain) return form;
  return { ...form, snowplowHash: snowplowHash(`${snowplowDomain(form, site)}/`) };
}

/** As the tag has it: the host where cookies are kept to it. */
function snowplowDomain(form: FormValues, { origin, cookieDomain }: Site): string {
  const typed = String(form['cookieDomain']);
  if (typed === 'none') return new URL(origin).hostname;
  return typed === 'auto' || typed === '' ? cookieDomain : typed;
}

/** Host and path of the endpoint, as the tag reads its field. */
export function endpointUrl(form: FormValues): string {
  const typed = String(form['serverUrl'] ?? '').trim();
  return typed.replace(/^https:\/\//, '').replace(/\/$/, '');
}
