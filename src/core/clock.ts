/** Whole seconds, as d8a counts them. */
export function toSeconds(millis: number): number {
  return (millis - (millis % 1000)) / 1000;
}

/** Seconds to the nearest, as Snowplow counts them. */
export function toNearestSeconds(millis: number): number {
  return toSeconds(millis + 500);
}
