import type { Recording } from './recording/types.ts';

/** `fail`: the identity is lost, cut short, or open to others. `warn`: it works, and could be better. */
export type Level = 'pass' | 'warn' | 'fail';

/** The parts of the report, in its order. */
export type Group =
  | 'Names'
  | 'Certificate'
  | 'Routes'
  | 'Cookies'
  | 'Other sites'
  | 'Caching'
  | 'Clock'
  | 'Recording';

/** What one check has found. */
export interface Finding {
  group: Group;
  /** What was looked at, in one or two words. */
  check: string;
  level: Level;
  /** What was seen, with the URL and the value. */
  found: string;
  /** What to do about it; '' when nothing is to be done. */
  remedy: string;
}

/** What DNS says about a host. */
export interface HostNames {
  host: string;
  /** The hosts that it is a CNAME to, one after the other. */
  aliases: string[];
  ipv4: string[];
  ipv6: string[];
  /** The servers of the zone it lies in; `undefined` where DNS does not tell. */
  nameServers: string[] | undefined;
  /** The name whose NS records these are. */
  zone: string;
  /** What went wrong, as the code of DNS, such as ENOTFOUND. */
  failure: string | undefined;
}

/** What a host shows when a connection is opened. */
export interface CertificateFacts {
  host: string;
  /** Why a browser refuses it, as the code of TLS, such as CERT_HAS_EXPIRED. */
  refusal: string | undefined;
  validFromMillis: number;
  validToMillis: number;
  issuer: string;
  /** The hosts it is made out for. */
  names: string;
}

/** An answer, or why there is none. */
export type Answer = Received | { kind: 'failure'; url: string; reason: string };

export interface Received {
  kind: 'received';
  url: string;
  status: number;
  /** Names in lower case; Set-Cookie is apart. */
  headers: Record<string, string>;
  setCookies: string[];
  body: string;
  /** When the answer came, by this machine's clock. */
  receivedMillis: number;
}

/** A request as a page of another site would make it. */
export interface ForeignRequest {
  /** Such as "POST /forget with Origin https://other.example". */
  description: string;
  answer: Answer;
}

/** What the endpoint answers to a page of the site. */
export interface EndpointAnswers {
  healthz: Answer;
  readyz: Answer;
  /** `id.gif` for a visitor who has a d8a client cookie alone. */
  firstVisit: Answer;
  /** The same for somebody else. */
  otherVisitor: Answer;
  /** The first visitor again, with the cookies of the first answer. */
  returnVisit: Answer;
  /** `get_cookie_id`, with the site's Origin. */
  cookieId: Answer;
  /** `POST /id`, with the site's Origin. */
  identity: Answer;
  /** `POST /forget`, with the site's Origin and the visitor's cookies. */
  forget: Answer;
  foreign: ForeignRequest[];
  /** The loader's script, where the page takes it from the endpoint. */
  loader: Answer | undefined;
}

/** Everything that the checks look at. */
export interface Facts {
  /** The page, after redirects. */
  page: URL;
  /** The endpoint's address, with its base path and without a slash at its end. */
  endpoint: URL;
  pageAnswer: Answer;
  names: { page: HostNames; endpoint: HostNames };
  /** Whether connections go elsewhere than DNS points, as before a site is live. */
  isElsewhere: boolean;
  /** One, when both have the same host. */
  certificates: (CertificateFacts | { host: string; failure: string })[];
  answers: EndpointAnswers;
  nowMillis: number;
  recording: Recording | undefined;
}

/** How long a browser keeps the cookies that the endpoint sets. */
export interface ExpectedLifetime {
  browser: string;
  /** In days; `undefined`: not known. */
  days: number | undefined;
  reason: string;
  source: string;
}

/** The whole report. */
export interface Diagnosis {
  page: string;
  endpoint: string;
  findings: Finding[];
  lifetimes: ExpectedLifetime[];
}
