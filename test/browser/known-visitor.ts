import type { Page } from 'playwright-core';

/** The client cookie of a visitor who has been here before. */
export const CLIENT = 'C1.1.5.1690000000';

/** The session cookie of the visitor's third session, with so many hits, the last of them a minute ago. */
export function knownSession(hits: number): string {
  const hitSeconds = Math.floor(Date.now() / 1000) - 60;
  return `S1.1.s1690000000$o3$g0$t${hitSeconds}$j${hits - 1}$dabc`;
}

/** Writes both cookies as a script does, once on each domain; '' is the host alone. */
export function writeKnownVisitor(page: Page, hits: number, domains: string[]): Promise<void> {
  const cookies = domains.flatMap((domain) => {
    const attributes = `Path=/; Secure${domain && `; Domain=${domain}`}`;
    return [`_d8a=${CLIENT}; ${attributes}`, `_d8a_P=${knownSession(hits)}; ${attributes}`];
  });
  return page.evaluate((lines) => {
    for (const line of lines) document.cookie = line;
  }, cookies);
}
