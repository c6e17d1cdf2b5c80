/**
 * The APIs that only a server container has, as far as the client uses them.
 * https://developers.google.com/tag-platform/tag-manager/server-side/api
 */

/** What the server's `setCookie` reads. A missing domain means this host only. */
interface ServerCookieOptions {
  domain?: string;
  path: string;
  'max-age': number;
  sameSite: string;
  secure: boolean;
  httpOnly: boolean;
}

interface SandboxApis {
  claimRequest(): void;
  computeEffectiveTldPlusOne(domain: string): string;
  fromBase64(text: string): string | undefined;
  getRequestBody(): string | undefined;
  getRequestHeader(name: string): string | undefined;
  getRequestMethod(): string;
  getRequestPath(): string;
  getRequestQueryParameter(name: string): string | undefined;
  hmacSha256(text: string, keyId: string, options: { outputEncoding: string }): string;
  returnResponse(): void;
  setCookie(name: string, value: string, options: ServerCookieOptions, noEncode: boolean): void;
  setResponseBody(body: string, encoding: string): void;
  setResponseHeader(name: string, value: string): void;
  setResponseStatus(status: number): void;
  sha256Sync(text: string, options: { outputEncoding: string }): string;
  toBase64(text: string, options: { urlEncoding: boolean }): string;
}
