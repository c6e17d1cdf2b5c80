/** One request of a recording, in short. */
export interface Recorded {
  url: string;
  cookie?: string;
  setCookies?: string[];
  html?: string;
}

/** The text of a HAR file with these requests, one a second. */
export function printHar(recorded: Recorded[]): string {
  const entries = recorded.map(({ url, cookie, setCookies = [], html }, second) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    request: { url, headers: cookie === undefined ? [] : [{ name: 'Cookie', value: cookie }] },
    response: {
      headers: setCookies.map((value) => ({ name: 'Set-Cookie', value })),
      content: html === undefined ? {} : { mimeType: 'text/html; charset=utf-8', text: html },
    },
  }));
  return JSON.stringify({ log: { version: '1.2', entries } });
}

const tagManager = '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>';
const consentDefault =
  '<script>gtag("consent", "default", { analytics_storage: "denied" })</script>';

export const goodPage = consentDefault + tagManager;
export const latePage = tagManager + consentDefault;

/** A hit of Google's tags; the letter says what they knew about analytics_storage. */
export function googleHit(letter: string): Recorded {
  return { url: `https://region1.google-analytics.com/g/collect?v=2&gcd=13p3${letter}3p3p5` };
}
