import type { FaultRow } from './fault-row.ts';
import { goodPage, googleHit, latePage, printHar, type Recorded } from './har.ts';

const page = 'https://www.example.com/';
const cookie = '_d8a=C1.1.1.1; _d8a_p=S1.1.x; _td_ssc_id=1';

/** A visit where everything is in order. */
export const goodHar = printHar([
  { url: page, cookie, html: goodPage },
  googleHit('p'),
  { url: 'https://id.example.com/id.gif', cookie, setCookies: ['_d8a=1; Domain=example.com'] },
  googleHit('r'),
]);

/** Faults that only a recorded visit shows. */
export const recordingFaults: FaultRow[] = [
  [
    'a consent default after the tags in the page',
    'Consent default',
    'https://www.example.com/ sets the default after the Tag Manager snippet',
    'into the page before the Tag Manager snippet',
    { har: printHar([{ url: page, cookie, html: latePage }, googleHit('r')]) },
  ],
  [
    'a consent default after the first hit',
    'Consent default',
    'https://region1.google-analytics.com/g/collect (gcd=13p3l3p3p5) was sent before any default, which came later',
    'into the page before the Tag Manager snippet',
    { har: printHar([{ url: page, cookie }, googleHit('l'), googleHit('r')]) },
  ],
  [
    'no consent update',
    'Consent update',
    'Google’s tags heard none in this recording',
    'Answer the consent banner',
    { har: printHar([{ url: page, cookie }, googleHit('p'), googleHit('p')]) },
  ],
  [
    'two cookies with one name',
    'One cookie a name',
    'https://www.example.com/cart is sent _d8a twice',
    'Set the same cookie domain',
    {
      har: printHar([
        { url: `${page}cart?a=1`, cookie: `${cookie}; _d8a=C1.1.2.2`, html: goodPage },
      ]),
    },
  ],
  [
    'one name set on two domains',
    'One domain a name',
    '_td_ssc_id is set on example.com, www.example.com alone',
    'the same cookieDomain',
    {
      har: printHar([
        { url: page, setCookies: ['_td_ssc_id=1; Domain=example.com'], html: goodPage },
        { url: page, setCookies: ['_td_ssc_id=2'] },
      ]),
    },
  ],
  [
    'an export without cookies',
    'Cookies',
    'visit.har has no cookies',
    'Save it again with sensitive data',
    { har: printHar([{ url: page, html: goodPage }]) },
  ],
  [
    'a recording of another site',
    'Cookies',
    'visit.har has no request to example.com',
    'Record a visit of this site',
    { har: printHar([{ url: 'https://www.example.net/', cookie }, googleHit('r')]) },
  ],
];

const visitWith = (...recorded: Recorded[]): FaultRow[4] => ({
  har: printHar([{ url: page, cookie, html: goodPage }, googleHit('r'), ...recorded]),
});

/** What recordings show that is no fault. */
export const recordedOddities: [string, FaultRow[4]][] = [
  [
    'a preload of the tags before the consent default',
    visitWith({
      url: page,
      html: `<link rel="preload" as="script" href="https://www.googletagmanager.com/gtm.js?id=GTM-1"><!-- gtm: https://www.googletagmanager.com/gtm.js -->${goodPage}`,
    }),
  ],
  [
    'one name on two hosts that never meet',
    visitWith(
      { url: 'https://a.example.com/', setCookies: ['_d8a=1'] },
      { url: 'https://b.example.com/', setCookies: ['_d8a=2'] },
      { url: 'https://b.example.com/', setCookies: ['_d8a=3; Domain=shop.example.com'] },
    ),
  ],
  [
    'a name that is removed from another domain',
    visitWith(
      { url: page, setCookies: ['_d8a=1; Domain=example.com'] },
      { url: page, setCookies: ['_d8a=; Max-Age=0', '_d8a=; Max-Age=-1'] },
      { url: page, setCookies: ['_d8a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'] },
    ),
  ],
];
