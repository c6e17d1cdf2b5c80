import { parameterSets, renameParameters } from './measurement-request.ts';
import type { MeasurementRequest, UnifiedEvent } from './measurement-request.ts';

/** The parameters that have a name in the unified schema. The rest begins with `x-ga-mp2-`. */
const names: ReadonlyMap<string, string> = new Map([
  ['en', 'event_name'],
  ['cid', 'client_id'],
  ['uid', 'user_id'],
  ['dl', 'page_location'],
  ['dr', 'page_referrer'],
  ['dt', 'page_title'],
  ['ul', 'language'],
  ['sr', 'screen_resolution'],
  ['cu', 'currency'],
  ['sid', 'ga_session_id'],
  ['sct', 'ga_session_number'],
  ['v', 'x-ga-protocol_version'],
  ['tid', 'x-ga-measurement_id'],
  ['gtm', 'x-ga-gtm_version'],
  ['_p', 'x-ga-page_id'],
  ['gcs', 'x-ga-gcs'],
]);

export function isMpv2({ path, query }: MeasurementRequest): boolean {
  return path.endsWith('/g/collect') && query.get('v') === '2' && query.has('tid');
}

/** Items of e-commerce stay in Google's short form. */
export function readMpv2(request: MeasurementRequest): UnifiedEvent[] {
  return parameterSets(request).map((parameters) => {
    const plain = [...parameters].filter(([key]) => !/^(epn?|upn?)\./.test(key));
    const properties = { ...readPrefixed(parameters, 'up'), ...readPrefixed(parameters, 'upn') };
    return {
      ...request.common,
      ...renameParameters(new URLSearchParams(plain), names, 'x-ga-mp2-'),
      ...readPrefixed(parameters, 'ep'),
      ...readPrefixed(parameters, 'epn'),
      ...(Object.keys(properties).length > 0 && { 'x-ga-mp2-user_properties': properties }),
    };
  });
}

/** `ep.name=text` and `epn.name=1.5`: an `n` at the end stands for numbers. */
function readPrefixed(parameters: URLSearchParams, prefix: string): UnifiedEvent {
  const found = [...parameters].filter(([key]) => key.startsWith(`${prefix}.`));
  const isNumeric = prefix.endsWith('n');
  return Object.fromEntries(
    found.map(([key, value]) => [key.slice(prefix.length + 1), isNumeric ? Number(value) : value]),
  );
}
