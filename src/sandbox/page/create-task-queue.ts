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

export function createTaskQueue(): TaskQueue {
  const tasks: (() => void)[] = [];
  const pending = new Set<Promise<unknown>>();
  const errors: unknown[] = [];

  function runAll(limit: number): number {
    let count = 0;
    while (tasks.length > 0 && count < limit) {
      tasks.splice(0, 1).forEach((task) => attempt(task, errors));
      count += 1;
    }
    return count;
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
      let isAnswered = true;
      while (left > 0 && isAnswered && (tasks.length > 0 || pending.size > 0)) {
        left -= runAll(left);
        isAnswered = await settle(pending);
      }
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

/** Waits until all have settled and what was chained to them has run; false when the patience ended first. */
async function settle(pending: ReadonlySet<Promise<unknown>>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMillis);
  });
  const answers = Promise.allSettled(pending).then(() => true);
  const isAnswered = await Promise.race([answers, timeout]);
  clearTimeout(timer);
  // A macrotask later every `then` of the settled promises has run.
  await new Promise((resolve) => setTimeout(resolve, 0));
  return isAnswered;
}
