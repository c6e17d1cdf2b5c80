import type { LoaderConfig } from './types.ts';

/** The name that is configured, else the one in the address of Google's snippet, else the usual one. */
export function findDataLayerName({ dataLayerName }: LoaderConfig): string {
  if (dataLayerName) return dataLayerName;
  const google = document.querySelector<HTMLScriptElement>('[src*="gtm.js?"],[src*="gtag/js?"]');
  return /[?&]l=(\w+)/.exec(google?.src ?? '')?.[1] ?? 'dataLayer';
}
