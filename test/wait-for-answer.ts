/** Asks until there is an answer; a program needs its time to start, and does not always tell when it is ready. */
export async function waitForAnswer(url: string): Promise<void> {
  while (!(await fetch(url).catch(() => undefined))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
