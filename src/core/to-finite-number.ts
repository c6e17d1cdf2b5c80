/**
 * JavaScript's own reading of a text as a number, as d8a applies it: '' is 0, '1e2' is 100.
 * The sandbox has no `Number`; subtraction reads a text by the same rule.
 */
export function toFiniteNumber(text: string): number | undefined {
  const number = (text as unknown as number) - 0;
  return number - number === 0 ? number : undefined;
}
