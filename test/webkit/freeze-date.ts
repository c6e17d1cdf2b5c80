/** Parameter of a page's address: when its `Date` is to stand still, in milliseconds since 1970. */
export const FROZEN_AT = 'frozenAt';

/** Runs in a page: its `Date` stands still at this time, in milliseconds since 1970. May run again. */
export function freezeDate(millis: number): void {
  const parent: unknown = Object.getPrototypeOf(Date);
  const Real = parent === Function.prototype ? Date : (parent as DateConstructor);
  class FrozenDate extends Real {
    constructor(...parts: [] | [number]) {
      super(parts.length === 0 ? millis : parts[0]);
    }
    static override now = () => millis;
  }
  window.Date = FrozenDate as DateConstructor;
}

/** The address that tells a site the time, for scripts that run before WebDriver can stop the clock. */
export function addressAt(address: string, millis: number | undefined): string {
  if (millis === undefined) return address;
  const url = new URL(address);
  url.searchParams.set(FROZEN_AT, `${millis}`);
  return url.href;
}
