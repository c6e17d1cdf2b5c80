/** What a `default` says. */
export interface DefaultSettings {
  /** In capitals; undefined stands for everywhere. */
  regions: (string | undefined)[];
  /** In milliseconds; 0 where it is absent. */
  waitForUpdateMillis: number;
  /** By consent type. */
  values: ReadonlyMap<string, unknown>;
}

export function readDefault(settings: object): DefaultSettings {
  const values = new Map(readValues(settings));
  const region = values.get('region');
  const wait = Number(values.get('wait_for_update'));
  values.delete('region');
  values.delete('wait_for_update');
  return { regions: readRegions(region), waitForUpdateMillis: wait > 0 ? wait : 0, values };
}

/** A value that is null or undefined says nothing. */
export function readValues(settings: object): [string, unknown][] {
  return Object.entries(settings).filter(([, value]) => (value ?? undefined) !== undefined);
}

function readRegions(region: unknown): (string | undefined)[] {
  const rules: unknown[] = Array.isArray(region) ? region : [region];
  return rules.map((rule) => (typeof rule === 'string' && rule ? rule.toUpperCase() : undefined));
}
