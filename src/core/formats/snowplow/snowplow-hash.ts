import { sha1 } from './sha1.ts';

/** The four digits at the end of Snowplow's cookie names; '' for a text that is not ASCII. */
export function snowplowHash(text: string): string {
  const words = sha1(text);
  if (words === undefined) return '';
  return ('000' + ((words[0] || 0) >>> 16).toString(16)).slice(-4);
}
