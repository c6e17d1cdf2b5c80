import { generateRandom, getTimestamp, getTimestampMillis } from './chance-and-time.ts';
import { getContainerVersion, queryPermission } from './container-data.ts';
import { getType, makeInteger, makeNumber, makeString, makeTableMap } from './conversions.ts';
import {
  decodeUri,
  decodeUriComponent,
  encodeUri,
  encodeUriComponent,
  fromBase64,
} from './encoding.ts';
import { addEventCallback, callLater } from './events.ts';
import { json } from './json.ts';
import { logToConsole } from './log-to-console.ts';
import { math } from './math.ts';
import { object } from './object.ts';
import { parseUrl } from './parse-url.ts';
import type { Api } from './define-api.ts';

/** What web and server templates have alike. */
export const commonApis: readonly Api[] = [
  addEventCallback,
  callLater,
  decodeUri,
  decodeUriComponent,
  encodeUri,
  encodeUriComponent,
  fromBase64,
  generateRandom,
  getContainerVersion,
  getTimestamp,
  getTimestampMillis,
  getType,
  json,
  logToConsole,
  makeInteger,
  makeNumber,
  makeString,
  makeTableMap,
  math,
  object,
  parseUrl,
  queryPermission,
];
