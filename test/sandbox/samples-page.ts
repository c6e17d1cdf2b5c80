import { createContainer } from '../../src/sandbox/container/index.ts';
import { createBrowserPage } from '../../src/sandbox/page/create-browser-page.ts';
import { runScenarios } from '../../src/sandbox/scenarios/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { webTags } from './samples-fields.ts';

declare global {
  interface Window {
    /** Runs the scenarios of a template's text; answers how many there are, and what failed. */
    runSample(file: string, text: string): Promise<{ count: number; failures: string[] }>;
    /** Fires the web tags on the page itself, given their texts by file; answers how they ended. */
    fireSamples(texts: Record<string, string>): Promise<string[]>;
  }
}

window.runSample = async (file, text) => {
  const results = await runScenarios(parseTemplate(text, file).template, { file });
  return { count: results.length, failures: results.flatMap(({ failures }) => failures) };
};

window.fireSamples = (texts) =>
  new Promise((resolve) => {
    const container = createContainer({ page: createBrowserPage() });
    const ends: string[] = [];
    container.onTagStatus(({ tagId, event, status, message = '' }) => {
      ends.push(`${event} ${tagId} ${status} ${message}`.trim());
      if (ends.length === webTags.length) resolve(ends);
    });
    for (const [name, event, fields] of webTags) {
      const { template } = parseTemplate(texts[`${name}.tpl`] ?? '', name);
      const firesOn = (fired: string): boolean => fired === event;
      container.addTag({ template, fields, tagId: name, firesOn });
    }
    container.start();
  });
