import { generateRandom, getTimestamp, getTimestampMillis } from './chance-and-time.ts';
import {
  addConsentListener,
  isConsentGranted,
  setDefaultConsentState,
  updateConsentState,
} from './consent.ts';
import { getContainerVersion, queryPermission } from './container-data.ts';
import { getType, makeInteger, makeNumber, makeString, makeTableMap } from './conversions.ts';
import { copyFromDataLayer, gtagSet } from './data-layer.ts';
import type { Api } from './define-api.ts';
import {
  decodeUri,
  decodeUriComponent,
  encodeUri,
  encodeUriComponent,
  fromBase64,
  toBase64,
} from './encoding.ts';
import { addEventCallback, callLater } from './events.ts';
import { getCookieValues } from './get-cookie-values.ts';
import { injectScript } from './inject-script.ts';
import { json } from './json.ts';
import { localStorage } from './local-storage.ts';
import { logToConsole } from './log-to-console.ts';
import { math } from './math.ts';
import { object } from './object.ts';
import { readCharacterSet, readTitle } from './page-text.ts';
import { parseUrl } from './parse-url.ts';
import { createArgumentsQueue, createQueue } from './queues.ts';
import { sendPixel } from './send-pixel.ts';
import { setCookie } from './set-cookie.ts';
import { sha256 } from './sha256.ts';
import { templateStorage } from './template-storage.ts';
import { getQueryParameters, getReferrerQueryParameters, getReferrerUrl, getUrl } from './url.ts';
import { aliasInWindow, callInWindow, copyFromWindow, setInWindow } from './window.ts';

const all: readonly Api[] = [
  addConsentListener,
  addEventCallback,
  aliasInWindow,
  callInWindow,
  callLater,
  copyFromDataLayer,
  copyFromWindow,
  createArgumentsQueue,
  createQueue,
  decodeUri,
  decodeUriComponent,
  encodeUri,
  encodeUriComponent,
  fromBase64,
  generateRandom,
  getContainerVersion,
  getCookieValues,
  getQueryParameters,
  getReferrerQueryParameters,
  getReferrerUrl,
  getTimestamp,
  getTimestampMillis,
  getType,
  getUrl,
  gtagSet,
  injectScript,
  isConsentGranted,
  json,
  localStorage,
  logToConsole,
  makeInteger,
  makeNumber,
  makeString,
  makeTableMap,
  math,
  object,
  parseUrl,
  queryPermission,
  readCharacterSet,
  readTitle,
  sendPixel,
  setCookie,
  setDefaultConsentState,
  setInWindow,
  sha256,
  templateStorage,
  toBase64,
  updateConsentState,
];

/** Every API of web templates, by the name that `require` takes. */
export const apis: ReadonlyMap<string, Api> = new Map(all.map((api) => [api.name, api]));

/** The names, for the checker. */
export const apiNames: ReadonlySet<string> = new Set(apis.keys());
