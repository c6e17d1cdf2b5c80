import { describe, expect, test } from '@jest/globals';
import { createGrants } from '../../../src/sandbox/permissions/index.ts';
import { grant } from './grant.ts';

const table = (row: Record<string, string>) =>
  grant('access_bigquery', {
    allowedTables: [{ projectId: '*', datasetId: '*', tableId: '*', operation: 'write', ...row }],
  });
const documents = (row: Record<string, string>) =>
  grant('access_firestore', {
    allowedOptions: [
      { projectId: '*', path: '*', operation: 'read', databaseId: '(default)', ...row },
    ],
  });
const request = (parameters: Parameters<typeof grant>[1]) =>
  grant('read_request', { requestAccess: 'specific', ...parameters });
const response = (parameters: Parameters<typeof grant>[1]) =>
  grant('access_response', { writeResponseAccess: 'specific', ...parameters });
const http = (parameters: Parameters<typeof grant>[1]) =>
  grant('send_http', { allowedUrls: 'specific', ...parameters });
const message = (type: string, action: string) =>
  grant('use_message', { allowedActions: 'specific', messageTypes: [{ type, action }] });
const scopes = grant('use_google_credentials', { allowedScopes: ['a', 'b'] });

describe('a grant of a server template', () => {
  test.each([
    [table({}), true, ['write', { projectId: 'p', datasetId: 'd', tableId: 't' }]],
    [table({}), true, ['write', { datasetId: 'd', tableId: 't' }]],
    [table({ tableId: 'x' }), false, ['write', { datasetId: 'd', tableId: 't' }]],
    [
      table({ projectId: 'GOOGLE_CLOUD_PROJECT' }),
      true,
      ['write', { datasetId: 'd', tableId: 't' }],
    ],
    [
      table({ projectId: 'GOOGLE_CLOUD_PROJECT' }),
      false,
      ['write', { projectId: 'p', datasetId: 'd', tableId: 't' }],
    ],
    [table({ projectId: 'p' }), true, ['write', { projectId: 'p', datasetId: 'd', tableId: 't' }]],
    [table({}), false, ['read', { datasetId: 'd', tableId: 't' }]],
    [table({}), false, []],
    [documents({}), true, ['read', { path: 'a/b' }]],
    [documents({}), false, ['write', { path: 'a/b' }]],
    [documents({ operation: 'read_write' }), true, ['write', { path: 'a/b' }]],
    [documents({ path: 'users/*' }), true, ['read', { path: 'users/ann/visits/1' }]],
    [documents({ path: 'users/*' }), false, ['read', { path: 'others/ann' }]],
    [documents({ path: 'a.b' }), false, ['read', { path: 'axb' }]],
    [documents({ projectId: 'GOOGLE_CLOUD_PROJECT' }), true, ['read', { path: 'a/b' }]],
    [documents({ projectId: 'p' }), false, ['read', { path: 'a/b', projectId: 'q' }]],
    [response({}), false, ['write', 'body']],
    [response({ writeBodyAllowed: true }), true, ['write', 'body']],
    [response({ writeBodyAccess: 'any' }), true, ['write', 'body']],
    [response({ writeStatusAllowed: true }), true, ['write', 'status']],
    [
      response({ writeHeadersAllowed: true, writeHeaderAccess: 'any' }),
      true,
      ['write', 'header', 'a'],
    ],
    [
      response({
        writeHeadersAllowed: true,
        writeHeaderAccess: 'specific',
        writeHeaderWhitelist: [{ headerName: 'X-A' }],
      }),
      true,
      ['write', 'header', 'x-a'],
    ],
    [
      response({ writeHeadersAllowed: true, writeHeaderAccess: 'specific' }),
      false,
      ['write', 'header', 'x-a'],
    ],
    [response({ writeHeaderAccess: 'any' }), false, ['write', 'header', 'x-a']],
    [grant('access_response', { writeResponseAccess: 'any' }), true, ['write', 'header', 'x']],
    [grant('read_request', { requestAccess: 'any' }), true, ['body']],
    [request({}), false, ['body']],
    [request({}), false, []],
    [request({}), true, ['method']],
    [request({ bodyAllowed: true }), true, ['body']],
    [request({ bodyAccess: 'any' }), true, ['body']],
    [request({ pathAllowed: true }), true, ['path']],
    [request({ remoteAddressAllowed: true }), true, ['remote_address']],
    [request({ queryParametersAllowed: true, queryParameterAccess: 'any' }), true, ['query']],
    [request({ queryParameterAccess: 'any' }), false, ['query']],
    [
      request({
        queryParametersAllowed: true,
        queryParameterAccess: 'specific',
        queryParameterWhitelist: [{ queryParameter: 'gclid' }],
      }),
      true,
      ['query', 'gclid'],
    ],
    [
      request({
        queryParametersAllowed: true,
        queryParameterAccess: 'specific',
        queryParameterWhitelist: [{ queryParameter: 'gclid' }],
      }),
      false,
      ['query'],
    ],
    [
      request({ headersAllowed: true, headerAccess: 'specific', headerWhitelist: ['X-A'] }),
      true,
      ['header', 'x-a'],
    ],
    [
      request({
        headersAllowed: true,
        headerAccess: 'specific',
        headerWhitelist: [{ headerName: 'X-A' }],
      }),
      false,
      ['header', 'x-b'],
    ],
    [grant('return_response'), true, []],
    [grant('run_container'), true, []],
    [grant('send_http', { allowedUrls: 'any' }), true, ['http://localhost:8080/']],
    [grant('send_http', { allowedUrls: 'any' }), false, ['file:///etc/passwd']],
    [http({ urls: ['https://example.com/*'] }), true, ['https://example.com/a?b']],
    [http({ urls: ['https://example.com/*'] }), false, ['https://other.com/']],
    [http({ urls: ['https://example.com/*'] }), false, ['http://example.com/']],
    [http({ urls: ['https://example.com/*'] }), false, ['https://example.com:8443/']],
    [http({ urls: ['example.com'] }), false, ['https://example.com/']],
    [http({ allowGoogleDomains: true }), true, ['https://www.google-analytics.com/g/collect']],
    [http({ allowGoogleDomains: true }), false, ['https://google.com.evil.com/']],
    [http({}), false, ['https://www.google-analytics.com/g/collect']],
    [grant('send_pixel_from_browser', { allowedUrls: 'any' }), true, ['https://example.com/']],
    [grant('send_pixel_from_browser', { urls: ['https://a.com/'] }), false, ['https://b.com/']],
    [
      grant('send_pixel_from_browser', { allowGoogleDomains: true }),
      true,
      ['https://www.google.com/p'],
    ],
    [grant('read_event_data', { eventDataAccess: 'any' }), true, []],
    [
      grant('read_event_data', { eventDataAccess: 'specific', keyPatterns: ['user.*'] }),
      true,
      ['user.id'],
    ],
    [grant('read_event_data', { eventDataAccess: 'specific', keyPatterns: ['user.*'] }), false, []],
    [message('a', 'listen'), true, ['listen', 'a']],
    [message('a', 'listen'), false, ['send', 'a']],
    [message('a', 'listen_and_send'), true, ['send', 'a']],
    [message('a', 'send'), false, ['send', 'b']],
    [message('a', 'send'), true, ['any', 'a']],
    [grant('use_message', { allowedActions: 'any' }), true, ['send', 'x']],
    [scopes, true, [['a', 'b']]],
    [scopes, false, [['a', 'c']]],
    [grant('use_custom_private_keys', { keyIds: ['k'] }), true, ['k']],
    [grant('use_custom_private_keys', { keyIds: ['k'] }), false, ['l']],
    [grant('use_custom_private_keys', { keyIds: [{ keyId: '*' }] }), true, ['l']],
    [grant('access_template_storage'), true, []],
    [grant('read_container_data'), true, []],
    [grant('read_event_metadata'), true, []],
  ])('%j answers %s to %j', (permission, isAllowed, args) => {
    const { publicId } = permission.instance.key;
    expect(createGrants([permission]).allows(publicId, ...args)).toBe(isAllowed);
    expect(createGrants([]).allows(publicId, ...args)).toBe(false);
  });
});
