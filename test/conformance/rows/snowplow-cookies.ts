/** Domain and path, and the digits that the tracker puts after its cookie names. */
export const hashRows: [text: string, digits: string][] = [
  ['example.com/', '8809'],
  ['localhost/', '1fff'],
  ['snowplow-js-tracker.local/', '7f01'],
  ['www.example.com/', '2a0b'],
  ['.example.com/', '62df'],
  ['example.co.uk/', 'a37f'],
  ['a.github.io/', '2fcb'],
  ['127.0.0.1/', 'dc78'],
  ['example.com/shop', '066f'],
];

/** The second 1700000001. */
export const SNOWPLOW_NOW_MILLIS = 1700000001000;

/** What stands in for what a cookie does not say. */
export const snowplowStep = {
  nowMillis: SNOWPLOW_NOW_MILLIS,
  visitCount: 7,
  sessionId: 'SID',
};

interface SnowplowRow {
  stored: string;
  /** The cookie as it is written again. */
  printed: string;
  /** The cookie after a new session was started. */
  next: string;
}

const SAME = 'D.100.3.200.150.S.P.F.1234567890123.9';
const NEXT = 'D.100.4.1700000001.200.SID.S...0';

/** Snowplow's own vectors: what is stored, and what the tracker makes of it. */
export const snowplowRows: SnowplowRow[] = [
  { stored: SAME, printed: SAME, next: NEXT },
  {
    stored: 'D.100.3.200.150',
    printed: 'D.100.3.200.150.SID....0',
    next: 'D.100.4.1700000001.200.SID.SID...0',
  },
  { stored: 'D.100.3.200.150.S', printed: 'D.100.3.200.150.S....0', next: NEXT },
  {
    stored: '.100.3.200..S....0',
    printed: '.100.3.200..S....0',
    next: '.100.4.1700000001.200.SID.S...0',
  },
  {
    stored: 'D.x.y.z.w.S',
    printed: 'D.1700000001.7.1700000001..S....0',
    next: 'D.1700000001.8.1700000001.1700000001.SID.S...0',
  },
  {
    stored: 'D.100.3.200.150.S.P.F.5.9.extra',
    printed: 'D.100.3.200.150.S.P.F.5.9',
    next: NEXT,
  },
  { stored: 'D.100.3.200.150.S.P.F.NaN.x', printed: 'D.100.3.200.150.S.P.F..0', next: NEXT },
  {
    stored: 'D.100.3.200.150.undefined.undefined.undefined.undefined.undefined',
    printed: 'D.100.3.200.150.SID....0',
    next: 'D.100.4.1700000001.200.SID.SID...0',
  },
  {
    stored: 'D.1e3.0x10.12abc.150.S....0',
    printed: 'D.1.16.12.150.S....0',
    next: 'D.1.17.1700000001.12.SID.S...0',
  },
];

/** What no tracker writes. */
export const strangeSnowplowRows = ['', 'nonsense', '%E0%A4%A', 'a.b', 'a.b.c.d', 'a.b.c.d.%'];
