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
    const result = await createFunction({ ...configuration })(event);
    expect([result.statusCode, result.cookies.length, result.isBase64Encoded]).toEqual([
      200,
      2,
      true,
    ]);
    expect(Buffer.from(result.body, 'base64')).toHaveLength(43);
  });

  test('does not believe the host that somebody else forwards', async () => {
    process.env['FIRST_PARTY_ID_BASE_PATH'] = '/fpid';
    expect((await createFunction({ ...configuration })(event)).statusCode).toBe(403);
  });

  test('does not start when it is configured wrongly', () => {
    expect(() => createFunction({ sites: [] })).toThrow('sites: []');
  });
});
