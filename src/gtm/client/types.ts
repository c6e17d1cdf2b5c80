import type { IdentityCookie, IdentityNames, RequestCookies } from '../../core/renewal/types.ts';

/** One of the endpoint's paths. */
export interface Route {
  method: 'GET' | 'POST';
  answer: 'image' | 'forgetByImage' | 'cookieId' | 'identity' | 'forget';
  /** Whether pages of the sites may read the answer. */
  isReadable: boolean;
}

/** The pages of one website, and where its cookies live. */
export interface Site {
  /** Such as `https://www.example.com`. */
  origins: string[];
  /** Such as `example.com`; '' keeps the cookies on the container's host alone. */
  cookieDomain: string;
}

export type Signing = 'off' | 'key' | 'keyAndOlder';

/** What the form says. */
export interface ClientForm {
  sites: Site[];
  basePath: string;
  signing: Signing;
  serverCookieName: string;
  maxAgeSeconds: number;
  renewalDays: number;
  sessionTimeoutMinutes: number;
  names: IdentityNames;
  /** Whether X-Forwarded-Host is believed. */
  trustForwardedHost: boolean;
}

/** Who may get a cookie, or why not. */
export type OriginDecision = { refusal: string } | AllowedOrigin;

export interface AllowedOrigin {
  refusal: undefined;
  site: Site;
  hostname: string;
  isSecure: boolean;
}

/** A request that may get cookies. */
export interface Visit {
  form: ClientForm;
  cookieDomain: string;
  /** The site's cookie domain, or the host where the site has none; signatures hold for it alone. */
  domainName: string;
  isSecure: boolean;
  cookies: RequestCookies;
  nowSeconds: number;
}

/** A server id that a visitor came with. */
export interface KnownServerId {
  id: string;
  day: number;
  /** The cookie's value. */
  value: string;
  isNewestKey: boolean;
}

export interface KeptServerId {
  id: string;
  /** When its cookies end, in seconds since 1970. */
  expiresSeconds: number;
}

/** What was renewed or restored, as far as a script may know it. */
export interface KeptIdentity {
  server: KeptServerId;
  cookies: IdentityCookie[];
}
