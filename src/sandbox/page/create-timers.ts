/** The timers of a memory page, on a clock that can be moved forward. */
export interface Timers {
  /** Unix time in milliseconds. */
  nowMillis(): number;
  /** Answers how to take the timer back. */
  add(delayMillis: number, callback: () => void): () => void;
  advance(millis: number): void;
  /** Makes what is due a task. */
  runDue(): void;
  /** Moves the clock to the earliest timer and makes it a task; false when there is none. */
  skipToNext(): boolean;
}

interface Timer {
  dueMillis: number;
  callback: () => void;
}

export function createTimers(clock: () => number, addTask: (task: () => void) => void): Timers {
  let timers: Timer[] = [];
  let aheadMillis = 0;
  const nowMillis = (): number => clock() + aheadMillis;

  const runDue = (): void => {
    const isDue = ({ dueMillis }: Timer): boolean => dueMillis <= nowMillis();
    const due = timers.filter(isDue).sort((one, other) => one.dueMillis - other.dueMillis);
    timers = timers.filter((timer) => !isDue(timer));
    for (const { callback } of due) addTask(callback);
  };
  return {
    nowMillis,
    add: (delayMillis, callback) => {
      const timer = { dueMillis: nowMillis() + delayMillis, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (millis) => {
      aheadMillis += millis;
    },
    runDue,
    skipToNext: () => {
      if (timers.length === 0) return false;
      const next = Math.min(...timers.map(({ dueMillis }) => dueMillis));
      aheadMillis += Math.max(0, next - nowMillis());
      runDue();
      return true;
    },
  };
}
