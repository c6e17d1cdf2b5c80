import { encodeText } from './encode-text.ts';

/** The response that templates put together. What comes after `returnResponse` changes nothing. */
export interface ResponseDraft {
  status: number;
  /** By name in small letters. */
  readonly headers: Map<string, string>;
  /** The lines of `set-cookie`, by the cookie's name. */
  readonly cookies: Map<string, string>;
  body: Uint8Array<ArrayBuffer>;
  /** The images that the browser is told to load. */
  readonly pixels: string[];
  /** What was sent; absent until then. */
  sent?: SentResponse;
}

export interface SentResponse {
  status: number;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer>;
  pixels: string[];
}

/** 200, without headers and body. */
export function createResponseDraft(): ResponseDraft {
  return {
    status: 200,
    headers: new Map(),
    cookies: new Map(),
    body: encodeText('', 'utf8'),
    pixels: [],
  };
}

/** The first call counts. */
export function sendResponse(draft: ResponseDraft): void {
  const cookies = Array.from(draft.cookies.values(), (line): [string, string] => [
    'set-cookie',
    line,
  ]);
  draft.sent ??= {
    status: draft.status,
    headers: [...draft.headers, ...cookies],
    body: draft.body,
    pixels: [...draft.pixels],
  };
}
