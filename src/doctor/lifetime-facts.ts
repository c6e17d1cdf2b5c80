/** What a browser documents on how long it keeps a cookie. */
export interface LifetimeFact {
  browser: string;
  /** Who writes the cookie: a script of the page, or a response with `Set-Cookie`. */
  writer: 'script' | 'server';
  /** In which case, in words that go on after "7 days"; '' is the usual one. */
  when: string;
  /** The most it may live; `undefined` where no limit is documented. */
  maxDays: number | undefined;
  source: string;
}

const webkit = 'https://webkit.org/tracking-prevention/';
const chrome = 'https://chromestatus.com/feature/4887741241229312';
const firefox = 'https://github.com/web-platform-tests/wpt/pull/33454';
const brave = 'https://github.com/brave/brave-core/pull/30479';

/** The cases in words; each goes on after "7 days". */
export const LIFETIME_CASES = {
  usual: '',
  decorated: 'after a link with tracking parameters from a site classified as a tracker',
  foreignAlias: 'if its host is a CNAME to a host of another site',
  foreignAddress: 'if the first half of its IP address is not that of the site',
} as const;

const { decorated, foreignAlias, foreignAddress } = LIFETIME_CASES;

/** One row a browser and case. */
export const LIFETIME_FACTS: readonly LifetimeFact[] = [
  { browser: 'Safari', writer: 'script', when: '', maxDays: 7, source: webkit },
  { browser: 'Safari', writer: 'script', when: decorated, maxDays: 1, source: webkit },
  { browser: 'Safari', writer: 'server', when: '', maxDays: undefined, source: webkit },
  { browser: 'Safari', writer: 'server', when: foreignAlias, maxDays: 7, source: webkit },
  { browser: 'Safari', writer: 'server', when: foreignAddress, maxDays: 7, source: webkit },
  { browser: 'Chrome, Edge', writer: 'script', when: '', maxDays: 400, source: chrome },
  { browser: 'Chrome, Edge', writer: 'server', when: '', maxDays: 400, source: chrome },
  { browser: 'Firefox', writer: 'script', when: '', maxDays: 400, source: firefox },
  { browser: 'Firefox', writer: 'server', when: '', maxDays: 400, source: firefox },
  { browser: 'Brave', writer: 'script', when: '', maxDays: 180, source: brave },
  { browser: 'Brave', writer: 'server', when: '', maxDays: 180, source: brave },
];
