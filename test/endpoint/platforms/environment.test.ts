import { afterEach, describe, expect, test } from '@jest/globals';
import { createFunction } from '../../../src/endpoint/platforms/aws-lambda.ts';
import { createWorker } from '../../../src/endpoint/platforms/cloudflare.ts';
import { configuration, imageHeaders } from '../visitor.ts';

const request = () => new Request('https://id.example.com/fpid/id.gif', { headers: imageHeaders });

describe('a Worker', () => {
  test('takes its configuration from its bindings before the one given', async () => {
    const worker = createWorker({ ...configuration, basePath: '/other' });
    const bindings = { FIRST_PARTY_ID_BASE_PATH: '/fpid', OTHER: {}, FIRST_PARTY_ID_PORT: '' };
    expect((await worker.fetch(request(), bindings)).status).toBe(200);
  });

  test('takes the package’s own type of a configuration', async () => {
    const answer = await createWorker(configuration).fetch(request(), {
      FIRST_PARTY_ID_BASE_PATH: '/fpid',
    });
    expect(answer.status).toBe(200);
  });

  test('takes a binding that is JSON already, and refuses one of another type', async () => {
    const bindings = { FIRST_PARTY_ID_BASE_PATH: '/fpid', FIRST_PARTY_ID_MAX_AGE_DAYS: 1 };
    const [cookie] = (
      await createWorker(configuration).fetch(request(), bindings)
    ).headers.getSetCookie();
    expect(cookie).toContain('Max-Age=86400');
    const wrong = { FIRST_PARTY_ID_MAX_AGE_DAYS: {} };
    const fetched = createWorker(configuration).fetch(request(), wrong);
    await expect(fetched).rejects.toThrow('maxAgeDays: {} is refused');
  });

  test('refuses a variable that no option has', async () => {
    const fetched = createWorker(configuration).fetch(request(), { FIRST_PARTY_ID_KEY: {} });
    await expect(fetched).rejects.toThrow('FIRST_PARTY_ID_KEY: an unknown variable is refused');
  });

  test('fails with the message of the command line when it is configured wrongly', async () => {
    const worker = createWorker();
    const bindings = {
      FIRST_PARTY_ID_SITES: JSON.stringify(configuration.sites),
      FIRST_PARTY_ID_MAX_AGE_DAYS: 'x',
      FIRST_PARTY_ID_DEVELOPMENT: 'true',
    };
    await expect(worker.fetch(request(), bindings)).rejects.toThrow(
      'maxAgeDays: "x" is refused. Accepted: a whole number of days from 1 to 730.',
    );
  });
});

test('both refuse an option that there is not', async () => {
  // @ts-expect-error -- an unknown option
  expect(() => createFunction({ ...configuration, porrt: 3 })).toThrow('porrt: an unknown option');
  // @ts-expect-error -- an unknown option
  const worker = createWorker({ ...configuration, porrt: 3 });
  await expect(worker.fetch(request(), {})).rejects.toThrow('porrt: an unknown option');
});

describe('a function', () => {
  afterEach(() => {
    delete process.env['FIRST_PARTY_ID_BASE_PATH'];
    delete process.env['FIRST_PARTY_ID_TRUSTED_PROXIES'];
  });

  const event = {
    rawPath: '/fpid/id.gif',
    rawQueryString: '',
    headers: { ...imageHeaders, host: 'x.on.aws', 'x-forwarded-host': 'id.example.com' },
    requestContext: { domainName: 'x.on.aws', http: { method: 'GET', sourceIp: '192.0.2.1' } },
  };

  test('takes its configuration from the environment', async () => {
    process.env['FIRST_PARTY_ID_BASE_PATH'] = '/fpid';
    process.env['FIRST_PARTY_ID_TRUSTED_PROXIES'] = '192.0.2.0/24';
    const result = await createFunction(configuration)(event);
    expect([result.statusCode, result.cookies.length, result.isBase64Encoded]).toEqual([
      200,
      2,
      true,
    ]);
    expect(Buffer.from(result.body, 'base64')).toHaveLength(43);
  });

  test('does not believe the host that somebody else forwards', async () => {
    process.env['FIRST_PARTY_ID_BASE_PATH'] = '/fpid';
    expect((await createFunction(configuration)(event)).statusCode).toBe(403);
  });

  test('refuses what is no request of the Fetch standard, safely', async () => {
    const requestContext = { domainName: 'x.on.aws', http: { method: 'TRACE' } };
    const result = await createFunction(configuration)({ ...event, requestContext });
    expect(result).toMatchObject({
      statusCode: 400,
      headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
      cookies: [],
    });
  });

  test('does not start when it is configured wrongly', () => {
    expect(() => createFunction({ sites: [] })).toThrow('sites: []');
  });
});
