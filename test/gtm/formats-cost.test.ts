import { expect, test } from '@jest/globals';
import { countSteps } from '../bench/count-steps.ts';
import { Visitor } from './visitor.ts';

async function stepsOf(fields: Record<string, unknown>): Promise<number> {
  const visitor = new Visitor({ shortensScriptCookies: false });
  const all = { propertyIds: 'P', serverUrl: 'www.example.com/fpid', ...fields };
  await visitor.view(all);
  return countSteps(() => visitor.view(all));
}

test('a page view with all formats takes at most twice the steps of d8a alone', async () => {
  const alone = await stepsOf({});
  const all = await stepsOf({ snowplow: true, snowplowHash: '8809', treasureData: true });
  expect(alone).toBeGreaterThan(100);
  expect(all).toBeLessThan(2 * alone);
});
