import { toPage, toSandbox } from '../../border/index.ts';
import { SandboxError } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { send } from './http.ts';
import type { HttpResponse } from './server-port.ts';
import { promise, refuse } from './settle.ts';

const scripts: ReadonlyMap<string, string> = new Map([
  ['ANALYTICS', 'https://www.google-analytics.com/analytics.js'],
  ['GTAG', 'https://www.googletagmanager.com/gtag/js'],
  ['GTM', 'https://www.googletagmanager.com/gtm.js'],
]);

/** `{ script, metadata }`; `metadata` holds the response's headers. */
export const getGoogleScript = defineApi('getGoogleScript', {
  accepts: ['string', 'object?'],
  perform: (call) => {
    const address = scripts.get(call.text(0));
    if (address === undefined) {
      throw new SandboxError(`getGoogleScript has ${[...scripts.keys()].join(', ')} only.`);
    }
    const url = address + printQuery(call);
    call.host.grants.check('send_http', url);
    const timeout = call.properties(1).get('timeout');
    const response = send(
      call,
      { url, method: 'GET', headers: {}, body: undefined },
      timeout === undefined ? undefined : Number(timeout),
    );
    return promise(call, response.then(readScript));
  },
});

function printQuery(call: ApiCall): string {
  const id = call.properties(1).get('id');
  return id === undefined ? '' : `?id=${encodeURIComponent(String(id))}`;
}

function readScript({ statusCode, headers = {}, body = '' }: HttpResponse): SandboxValue {
  if (statusCode < 200 || statusCode > 299) throw refuse('failed');
  return toSandbox({ script: body, metadata: headers });
}

const analyticsUrl = 'https://www.google-analytics.com/g/collect';

/** Posts the event as JSON: Google's own wire format is not documented. `{ location }` when the answer has one. */
export const sendEventToGoogleAnalytics = defineApi('sendEventToGoogleAnalytics', {
  accepts: ['object'],
  perform: (call) => {
    call.host.grants.check('send_http', analyticsUrl);
    const body = JSON.stringify(toPage(call.args[0]));
    const response = send(call, { url: analyticsUrl, method: 'POST', headers: {}, body });
    return promise(
      call,
      response.then(({ headers = {} }) => {
        const { location } = headers;
        return toSandbox(location === undefined ? {} : { location });
      }),
    );
  },
});
