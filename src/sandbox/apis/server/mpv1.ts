import { parameterSets, renameParameters } from './measurement-request.ts';
import type { MeasurementRequest, UnifiedEvent } from './measurement-request.ts';

const paths = /\/(?:[jr]\/)?(?:collect|batch)$/;

/** The parameters that have a name in the unified schema. The rest begins with `x-ga-mp1-`. */
const names: ReadonlyMap<string, string> = new Map([
  ['cid', 'client_id'],
  ['uid', 'user_id'],
  ['dl', 'page_location'],
  ['dr', 'page_referrer'],
  ['dt', 'page_title'],
  ['dh', 'page_hostname'],
  ['dp', 'page_path'],
  ['de', 'page_encoding'],
  ['ul', 'language'],
  ['sr', 'screen_resolution'],
  ['vp', 'viewport_size'],
  ['ec', 'event_category'],
  ['ea', 'event_action'],
  ['el', 'event_label'],
  ['ev', 'value'],
  ['ti', 'transaction_id'],
  ['cu', 'currency'],
]);

export function isMpv1({ path, query, lines }: MeasurementRequest): boolean {
  const parameters = new URLSearchParams([...query, ...new URLSearchParams(lines[0] ?? '')]);
  return paths.test(path) && parameters.get('v') === '1' && parameters.has('tid');
}

export function readMpv1(request: MeasurementRequest): UnifiedEvent[] {
  return parameterSets(request).map((parameters) => ({
    event_name: nameEvent(parameters),
    ...request.common,
    ...renameParameters(parameters, names, 'x-ga-mp1-'),
  }));
}

/** An event is called by its action, as in Google's own client. */
function nameEvent(parameters: URLSearchParams): string {
  const type = parameters.get('t') ?? '';
  if (type === 'pageview') return 'page_view';
  if (type === 'screenview') return 'screen_view';
  return type === 'event' ? (parameters.get('ea') ?? 'event') : type;
}
