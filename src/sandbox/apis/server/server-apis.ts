import { commonApis } from '../common-apis.ts';
import type { Api } from '../define-api.ts';
import { bigQuery } from './big-query.ts';
import { claimRequest, getClientName, runContainer } from './client.ts';
import { hmacSha256, sha256, sha256Sync, toBase64 } from './digests.ts';
import { computeEffectiveTldPlusOne } from './effective-tld.ts';
import { getAllEventData, getEventData } from './event-data.ts';
import { firestore } from './firestore.ts';
import { getGoogleAuth } from './google-auth.ts';
import { getGoogleScript, sendEventToGoogleAnalytics } from './google.ts';
import { sendHttpGet, sendHttpRequest } from './http.ts';
import {
  extractEventsFromMpv1,
  extractEventsFromMpv2,
  isRequestMpv1,
  isRequestMpv2,
} from './measurement-protocol.ts';
import { addMessageListener, hasMessageListener, sendMessage } from './messages.ts';
import { promise } from './promise.ts';
import { createRegex, testRegex } from './regex.ts';
import {
  getRemoteAddress,
  getRequestBody,
  getRequestHeader,
  getRequestMethod,
  getRequestPath,
  getRequestQueryParameter,
  getRequestQueryParameters,
  getRequestQueryString,
} from './request.ts';
import {
  returnResponse,
  sendPixelFromBrowser,
  setPixelResponse,
  setResponseBody,
  setResponseHeader,
  setResponseStatus,
} from './response.ts';
import { getCookieValues, setCookie } from './server-cookies.ts';
import { templateDataStorage } from './template-data-storage.ts';

const serverOnly: readonly Api[] = [
  addMessageListener,
  bigQuery,
  claimRequest,
  computeEffectiveTldPlusOne,
  createRegex,
  extractEventsFromMpv1,
  extractEventsFromMpv2,
  firestore,
  getAllEventData,
  getClientName,
  getCookieValues,
  getEventData,
  getGoogleAuth,
  getGoogleScript,
  getRemoteAddress,
  getRequestBody,
  getRequestHeader,
  getRequestMethod,
  getRequestPath,
  getRequestQueryParameter,
  getRequestQueryParameters,
  getRequestQueryString,
  hasMessageListener,
  hmacSha256,
  isRequestMpv1,
  isRequestMpv2,
  promise,
  returnResponse,
  runContainer,
  sendEventToGoogleAnalytics,
  sendHttpGet,
  sendHttpRequest,
  sendMessage,
  sendPixelFromBrowser,
  setCookie,
  setPixelResponse,
  setResponseBody,
  setResponseHeader,
  setResponseStatus,
  sha256,
  sha256Sync,
  templateDataStorage,
  testRegex,
  toBase64,
];

/** Every API of server templates, by the name that `require` takes. */
export const serverApis: ReadonlyMap<string, Api> = new Map(
  [...commonApis, ...serverOnly].map((api) => [api.name, api]),
);
