import type { BrowserContext } from 'playwright-core';

export interface FakeClock {
  /** The time that pages read, in milliseconds since 1970. */
  nowMillis(): number;
  advanceSeconds(seconds: number): Promise<void>;
}

/**
 * Makes `Date` stand still in all pages of a context, present and future, until it is advanced; timers run as ever.
 *
 * The cookies live by the browser's own clock, which nothing here can move: a cookie of 60 s is still there after the
 * page has gone an hour ahead, and `expires` computed by the page counts against real time. Hence the clock starts at
 * real time unless told otherwise, and moves forward only. To see a cookie gone, delete it with
 * `context.clearCookies({ name })`.
 */
export async function installFakeClock(
  context: BrowserContext,
  startMillis = Date.now(),
): Promise<FakeClock> {
  let now = startMillis;
  await context.clock.setFixedTime(now);
  return {
    nowMillis: () => now,
    async advanceSeconds(seconds) {
      now += seconds * 1000;
      await context.clock.setFixedTime(now);
    },
  };
}
