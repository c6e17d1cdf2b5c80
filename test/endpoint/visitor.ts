import type { IdentityNames } from '../../src/core/renewal/types.ts';
import { createHandler } from '../../src/endpoint/handler.ts';
import type { EndpointConfiguration } from '../../src/endpoint/types.ts';

export const key = 'one secret of at least 32 bytes, made for tests';
export const page = 'https://www.example.com';
export const configuration: EndpointConfiguration = {
  sites: [{ origins: [page], cookieDomain: 'example.com' }],
  keys: [key],
};

/** The cookie names of an endpoint that is not configured otherwise. */
export const plainNames: IdentityNames = {
  d8aPrefixes: [''],
  snowplowPrefixes: [],
  snowplowOptOutCookie: '',
  treasureDataNames: [],
  collectorCookieName: '',
};

/** The moment at which every test begins. */
export const startSeconds = 1_700_000_000;

/** The headers a browser sends with an image of a page of the site. */
export const imageHeaders = { 'sec-fetch-site': 'same-site', referer: page + '/' };

type Handler = (request: Request) => Promise<Response>;

/** Asks one path of id.example.com, with the headers of an image unless others are given. */
export function ask(
  handler: Handler,
  path: string,
  headers: Record<string, string> = imageHeaders,
): Promise<Response> {
  return handler(new Request('https://id.example.com' + path, { headers }));
}

/** The values of the cookies that an answer sets; `null` for those it removes. */
export function cookiesOf(response: Response): Record<string, string | null> {
  return Object.fromEntries(
    response.headers.getSetCookie().map((line) => {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      return [name, line.includes('; Max-Age=0;') ? null : value];
    }),
  );
}

/** A browser with cookies, and an endpoint whose clock the test sets. */
export class Visitor {
  cookies: Record<string, string> = {};
  nowSeconds = startSeconds;
  readonly handler: Handler;

  constructor(changes: Partial<EndpointConfiguration> = {}) {
    this.handler = createHandler(
      { ...configuration, ...changes },
      { nowMillis: () => this.nowSeconds * 1000 },
    );
  }

  /** Asks, and keeps the cookies of the answer. Gives what the answer sets and removes. */
  async ask(path: string, more: Record<string, string> = {}) {
    const pairs = Object.entries(this.cookies).map(([name, value]) => `${name}=${value}`);
    const cookie = pairs.join('; ');
    const response = await ask(this.handler, path, { ...imageHeaders, cookie, ...more });
    const set = cookiesOf(response);
    for (const [name, value] of Object.entries(set)) {
      if (value === null) this.lose(name);
      else this.cookies[name] = value;
    }
    return set;
  }

  lose(...names: string[]): void {
    const kept = Object.entries(this.cookies).filter(([name]) => !names.includes(name));
    this.cookies = Object.fromEntries(kept);
  }

  wait(days: number): void {
    this.nowSeconds += days * 86400;
  }
}

/** The [name, value] pairs in a backup cookie. */
export function openBackup(value: string | null | undefined): Record<string, string> {
  const payload = (value ?? '').split('.')[0] ?? '';
  return Object.fromEntries(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}
