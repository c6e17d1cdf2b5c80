/** The event loop of a memory page. */
export interface TaskQueue {
  /** What tasks threw. */
  readonly errors: unknown[];
  add(task: () => void): void;
  /** Makes `drain` wait for the promise too. */
  track<T>(promise: Promise<T>): Promise<T>;
  drain(): Promise<void>;
}

const mostTasks = 10_000;
const patienceMillis = 1000;

/** What browsers make nested timers wait at least (HTML standard, timers, step 11). */
const turnMillis = 4;

export function createTaskQueue(): TaskQueue {
  const tasks: (() => void)[] = [];
  const pending = new Set<Promise<unknown>>();
  const errors: unknown[] = [];

  /** Runs what is scheduled now; what that schedules belongs to the next turn. */
  async function runTurn(limit: number): Promise<number> {
    const turn = tasks.splice(0, limit);
    for (const task of turn) {
      await runChained();
      attempt(task, errors);
    }
    return turn.length;
  }

  return {
    errors,
    add: (task) => void tasks.push(task),
    track: (promise) => {
      pending.add(promise);
      const forget = () => void pending.delete(promise);
      promise.then(forget, forget);
      return promise;
    },
    drain: async () => {
      let left = mostTasks;
      let lastAnswer = Date.now();
      // Once at least: what was chained to a settled promise runs then.
      do {
        left -= await runTurn(left);
        const waiting = pending.size;
        if (waiting > 0 || tasks.length === 0) await pause(pending);
        if (pending.size < waiting || waiting === 0) lastAnswer = Date.now();
        if (Date.now() - lastAnswer > patienceMillis) return;
      } while (left > 0 && (tasks.length > 0 || pending.size > 0));
    },
  };
}

function attempt(task: () => void, errors: unknown[]): void {
  try {
    task();
  } catch (error) {
    errors.push(error);
  }
}

/** Waits for one of the requests, but no longer than a turn; then what was chained to it has run. */
async function pause(pending: ReadonlySet<Promise<unknown>>): Promise<void> {
  if (pending.size > 0) {
    let timer: NodeJS.Timeout | undefined;
    const turn = new Promise((resolve) => {
      timer = setTimeout(resolve, turnMillis);
    });
    await Promise.race([turn, ...pending]).catch(() => undefined);
    clearTimeout(timer);
  }
  await runChained();
}

/** What was chained to settled promises runs before the next task. Node's `setImmediate` takes less than a timer. */
function runChained(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
