/** A request that may be one of Google Analytics. */
export interface MeasurementRequest {
  path: string;
  query: URLSearchParams;
  /** Of the body; each may hold the parameters of an event. */
  lines: readonly string[];
  /** What every event has: the visitor's address and browser. */
  common: Readonly<Record<string, string>>;
}

/** An event in Google's unified schema. */
export type UnifiedEvent = Record<string, unknown>;

/** One set of parameters an event: those of a line of the body, on top of those of the URL. */
export function parameterSets({ query, lines }: MeasurementRequest): URLSearchParams[] {
  if (lines.length === 0) return [query];
  return lines.map((line) => new URLSearchParams([...query, ...new URLSearchParams(line)]));
}

/** Names the parameters; what is not in the table keeps its short name behind the prefix. */
export function renameParameters(
  parameters: URLSearchParams,
  names: ReadonlyMap<string, string>,
  prefix: string,
): UnifiedEvent {
  const named = [...parameters].map(([key, value]) => [names.get(key) ?? prefix + key, value]);
  return Object.fromEntries(named);
}
