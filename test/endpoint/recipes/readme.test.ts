import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { configurationSchema } from '../../../src/endpoint/configuration/configuration-schema.ts';
import { optionNames } from '../../../src/endpoint/configuration/read-texts.ts';
import { createHandler, readConfiguration } from '../../../src/endpoint/index.ts';
import { routes } from '../../../src/endpoint/routes.ts';
import { send } from '../conformance/send.ts';
import { toEnvironment } from '../conformance/to-environment.ts';
import { startWorker } from '../conformance/start-worker.ts';
import { key, page } from '../visitor.ts';
import { readme, recipe } from './recipes.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the endpoint’s README', () => {
  test.each(Object.entries(configurationSchema.properties))('has the option %s', (name, schema) => {
    const [, , shown] = (new RegExp(`^\\| \`${name}\` .*$`, 'm').exec(readme)?.[0] ?? '').split(
      '|',
    );
    const expected = 'default' in schema ? '`' + JSON.stringify(schema.default) + '`' : '';
    expect(shown?.trim()).toBe(expected);
  });

  test('has every route', () => {
    for (const [path, { methods }] of routes) expect(readme).toContain(`\`${methods[0]} ${path}`);
  });

  test('names no variable that does not exist', () => {
    const named = new Set(readme.match(/FIRST_PARTY_ID_[A-Z_]+/g));
    expect(named.size).toBeGreaterThan(4);
    const known = optionNames.map(({ variable }) => variable);
    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
  });

  test('shows a configuration that is valid', () => {
    const shown = JSON.parse(recipe('json'));
    expect(() => readConfiguration({ ...shown, keys: [key] })).not.toThrow();
  });
});

test('the container’s recipe fits the package and the defaults', () => {
  const dockerfile = recipe('dockerfile');
  const { port } = readConfiguration({ sites: JSON.parse(recipe('json')).sites, keys: [key] });
  expect(dockerfile).toContain(`EXPOSE ${port}\n`);
  expect(dockerfile).toContain(`"node_modules/first-party-id/${manifest.bin['first-party-id']}"`);
  expect(dockerfile).toContain(`npm install --omit=dev ${manifest.name}\n`);
  const node = Number(/FROM node:(\d+)/.exec(dockerfile)?.[1]);
  expect(node).toBeGreaterThanOrEqual(Number(/\d+/.exec(manifest.engines.node)?.[0]));
});

test('the Worker’s recipe answers on its route', async () => {
  const toml = recipe('toml');
  const variables = [...toml.matchAll(/^(FIRST_PARTY_ID_\w+) = ["'](.*)["']$/gm)].map(
    ([, name, value]) => [name, value],
  );
  const worker = await startWorker({
    ...Object.fromEntries(variables),
    ...toEnvironment({ keys: [key] }),
  });
  const route = /pattern = "([^/]+)(\/[^*]*)\*"/.exec(toml);
  const sent = { host: route?.[1] ?? '', path: `${route?.[2]}id.gif`, headers: { origin: page } };
  const received = await send(worker.port, sent);
  await worker.close();
  expect([received.status, received.setCookies.length]).toEqual([200, 2]);
});

test('the function’s recipe names what the platform file exports', async () => {
  const platform = await import('../../../src/endpoint/platforms/aws-lambda.ts');
  expect(recipe('js')).toContain('import { createFunction } from');
  expect(platform.createFunction).toBeInstanceOf(Function);
  expect(existsSync('src/endpoint/platforms/cloudflare.ts')).toBe(true);
});

test('the name that Treasure Data’s SDK asks is one that the endpoint serves', async () => {
  const handler = createHandler({ ...JSON.parse(recipe('json')), keys: [key] });
  const url = 'https://ssc.example.com/fpid/get_cookie_id?cookie_domain=example.com';
  expect((await handler(new Request(url, { headers: { origin: page } }))).status).toBe(200);
});
