import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { encodeText } from './encode-text.ts';
import { sendResponse } from './response-draft.ts';
import type { ResponseDraft } from './response-draft.ts';
import { serverOf } from './server-of.ts';

/** One pixel, transparent. */
const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** The response, once `access_response` covers writing that part of it. */
function write(call: ApiCall, ...part: string[]): ResponseDraft {
  call.host.grants.check('access_response', 'write', ...part);
  return serverOf(call).response;
}

export const setResponseBody = defineApi('setResponseBody', {
  accepts: ['string', 'string?'],
  perform: (call) => {
    const response = write(call, 'body');
    response.body = encodeText(call.text(0), call.optionalText(1) ?? 'utf8');
    return undefined;
  },
});

/** Null and undefined take the header away. */
export const setResponseHeader = defineApi('setResponseHeader', {
  accepts: ['string', 'any?'],
  perform: (call) => {
    const name = call.text(0).toLowerCase();
    const { headers } = write(call, 'header', name);
    if ((call.args[1] ?? undefined) === undefined) headers.delete(name);
    else headers.set(name, call.text(1));
    return undefined;
  },
});

export const setResponseStatus = defineApi('setResponseStatus', {
  accepts: ['number'],
  perform: (call) => {
    write(call, 'status').status = Number(call.args[0]);
    return undefined;
  },
});

/** A GIF of one pixel that nobody keeps, and the status 200. */
export const setPixelResponse = defineApi('setPixelResponse', {
  accepts: [],
  perform: (call) => {
    for (const part of ['body', 'status']) write(call, part);
    const response = write(call, 'header', 'content-type');
    response.status = 200;
    response.body = encodeText(gif, 'base64');
    response.headers.set('content-type', 'image/gif');
    response.headers.set('cache-control', 'no-cache, no-store, must-revalidate');
    response.headers.set('pragma', 'no-cache');
    response.headers.set('expires', '0');
    return undefined;
  },
});

/** Sends what was set so far. */
export const returnResponse = defineApi('returnResponse', {
  accepts: [],
  perform: (call) => {
    call.host.grants.check('return_response');
    sendResponse(serverOf(call).response);
    return undefined;
  },
});

/** False when the request asked for no commands, or the response has been sent. */
export const sendPixelFromBrowser = defineApi('sendPixelFromBrowser', {
  accepts: ['string'],
  perform: (call) => {
    call.host.grants.check('send_pixel_from_browser', call.text(0));
    const { request, response } = serverOf(call);
    if (!request.acceptsCommands || response.sent) return false;
    response.pixels.push(call.text(0));
    return true;
  },
});
