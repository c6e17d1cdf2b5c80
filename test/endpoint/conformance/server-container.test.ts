import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildContainer } from '../../../src/generator/container/index.ts';
import { generateTemplate } from '../../../src/generator/index.ts';
import { planServerContainer } from '../../../src/gtm/containers/server-container.ts';
import { parseTemplate } from '../../../src/tpl/index.ts';
import { expectAnswer } from './expect-answer.ts';
import { faultOf, randomRequest } from './random-requests.ts';
import { configuration, rows, type Row } from './rows.ts';
import { closeConnections, send } from './send.ts';
import type { Platform } from './start-process.ts';
import { startServerContainer } from './start-server-container.ts';

// The client template, imported from the container's JSON, answers as the endpoint does.

/** The operator's routes are the container's own: Google answers its health checks. */
const NOT_OURS = /^(health|readiness|POST \/healthz|the loader script)/;

/** Paths that are not ours are left to the container's other clients; without any, nobody answers. */
const LEFT_TO_OTHERS = /^the path /;

/**
 * A container keeps one Set-Cookie a name, as far as is known: what is forgotten is removed on the
 * site's domain, which is where the client sets it, and not on the host alone as well.
 */
const FORGETTING = /^forgetting/;

const differingRows = rows.filter(({ name }) => !NOT_OURS.test(name)).map(asClientAnswers);

function asClientAnswers(row: Row): Row {
  if (LEFT_TO_OTHERS.test(row.name)) return { ...row, status: 400 };
  if (!FORGETTING.test(row.name)) return row;
  return { ...row, cookies: [...new Set(row.cookies)] };
}

const numRuns = Number(process.env['TEST_RUNS'] ?? 200);
let platform: Platform;

beforeAll(async () => {
  const { template } = parseTemplate(await generateTemplate('src/gtm/client'));
  const sites = configuration.sites.map(({ origins, cookieDomain }) => ({
    origins: origins.join(', '),
    cookieDomain,
  }));
  const [newer, older] = configuration.keys.map((key) => Buffer.from(key).toString('base64'));
  platform = await startServerContainer(
    buildContainer(
      planServerContainer([template], {
        sites,
        basePath: '',
        signing: 'keyAndOlder',
        snowplowPrefixes: configuration.snowplowPrefixes.join(', '),
        snowplowOptOutCookie: configuration.snowplowOptOutCookie,
        treasureDataNames: configuration.treasureDataNames.join(', '),
        collectorCookieName: configuration.collectorCookieName,
      }),
    ),
    { first_party_id: newer ?? '', first_party_id_older: older ?? '' },
  );
}, 60_000);
afterAll(() => platform.close());
afterAll(closeConnections);

describe('in a server container', () => {
  test.each(differingRows.map((row): [string, Row] => [row.name, row]))('%s', async (_, row) => {
    const received = await send(platform.port, row.sent);
    if (LEFT_TO_OTHERS.test(row.name)) {
      expect({ status: received.status, cookies: received.setCookies }).toEqual({
        status: 400,
        cookies: [],
      });
    } else expectAnswer(received, row);
  });

  test('random requests get no 5xx and no unexpected cookie', async () => {
    await fc.assert(
      fc.asyncProperty(randomRequest, async (sent) => {
        expect(faultOf(sent, await send(platform.port, sent))).toBeUndefined();
      }),
      { numRuns },
    );
  }, 600_000);
});
