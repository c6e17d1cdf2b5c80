import { describe } from '@jest/globals';
import { chromium, firefoxEsr, type Engine } from './loader-engines.ts';

/** `describe` for tests that run in Chromium and, where it is wanted, in Firefox. */
export function describeInEngines(name: string, run: (engine: Engine) => void): void {
  describe.each([chromium, firefoxEsr])('in $name', (engine) => {
    const suite = engine.isWanted ? describe : describe.skip;
    suite(name, () => run(engine));
  });
}
