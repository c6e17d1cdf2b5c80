import {
  addConsentListener,
  isConsentGranted,
  setDefaultConsentState,
  updateConsentState,
} from './consent.ts';
import { copyFromDataLayer, gtagSet } from './data-layer.ts';
import { toBase64 } from './encoding.ts';
import { getCookieValues } from './get-cookie-values.ts';
import { injectHiddenIframe } from './inject-hidden-iframe.ts';
import { injectScript } from './inject-script.ts';
import { localStorage } from './local-storage.ts';
import { readCharacterSet, readTitle } from './page-text.ts';
import { createArgumentsQueue, createQueue } from './queues.ts';
import { readAnalyticsStorage } from './read-analytics-storage.ts';
import { sendPixel } from './send-pixel.ts';
import { setCookie } from './set-cookie.ts';
import { sha256 } from './sha256.ts';
import { templateStorage } from './template-storage.ts';
import { getQueryParameters, getReferrerQueryParameters, getReferrerUrl, getUrl } from './url.ts';
import { aliasInWindow, callInWindow, copyFromWindow, setInWindow } from './window.ts';
import { commonApis } from './common-apis.ts';
import type { Api } from './define-api.ts';

const webOnly: readonly Api[] = [
  addConsentListener,
  aliasInWindow,
  callInWindow,
  copyFromDataLayer,
  copyFromWindow,
  createArgumentsQueue,
  createQueue,
  getCookieValues,
  getQueryParameters,
  getReferrerQueryParameters,
  getReferrerUrl,
  getUrl,
  gtagSet,
  injectHiddenIframe,
  injectScript,
  isConsentGranted,
  localStorage,
  readAnalyticsStorage,
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
export const apis: ReadonlyMap<string, Api> = new Map(
  [...commonApis, ...webOnly].map((api) => [api.name, api]),
);

/** The names, for the checker. */
export const apiNames: ReadonlySet<string> = new Set(apis.keys());
