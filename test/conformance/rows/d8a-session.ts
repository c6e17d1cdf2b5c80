export interface SessionRow {
  text: string;
  /** What is printed again; `undefined` for a text that is not a session. */
  printed: string | undefined;
  session?: number | undefined;
  count?: number | undefined;
  lastHit?: number | undefined;
}

/** A session cookie's text, its numbers, and the text printed again. */
export const sessionRows: SessionRow[] = [
  {
    text: 'S1.1.s1767124410$o71$g1$t1767129307$j59$dabc',
    printed: 'S1.1.s1767124410$o71$g1$t1767129307$j59$dabc',
    session: 1767124410,
    count: 71,
    lastHit: 1767129307,
  },
  { text: 'S1.1.', printed: 'S1.1.' },
  { text: 'S1.1.$$', printed: 'S1.1.' },
  { text: 'S1.1.sabc$o1', printed: 'S1.1.sabc$o1', count: 1 },
  { text: 'S1.1.s1$s2$o1$o5', printed: 'S1.1.s1$s2$o1$o5', session: 1, count: 1 },
  { text: 'S1.1. s1 $ o2 ', printed: 'S1.1.s1$o2', session: 1, count: 2 },
  { text: 'S1.1.s$o$t', printed: 'S1.1.s$o$t', session: 0, count: 0, lastHit: 0 },
  { text: 'S1.1.$zunknown', printed: 'S1.1.zunknown' },
  { text: 'S1.1.s1e2$o0x10', printed: 'S1.1.s1e2$o0x10', session: 100, count: 16 },
  { text: 'S1.1.sInfinity$o1', printed: 'S1.1.sInfinity$o1', count: 1 },
  { text: 'S1.1.s1%24o2', printed: 'S1.1.s1%24o2' },
  { text: 'S1.2.s1$o1', printed: undefined },
  { text: 's1.1.s1$o1', printed: undefined },
  { text: 'S1.1', printed: undefined },
  { text: '', printed: undefined },
];

export interface UpdateRow {
  /** Tokens after `S1.1.`; `undefined` when there is no cookie. */
  stored: string | undefined;
  nowSeconds: number;
  timeoutSeconds: number;
  /** `d*` stands for a new random id. */
  updated: string;
}

function row(
  stored: string | undefined,
  nowSeconds: number,
  updated: string,
  timeoutSeconds = 1800,
): UpdateRow {
  return { stored, nowSeconds, updated, timeoutSeconds };
}

/** One hit: the session before, the time, and the session after. */
export const updateRows: UpdateRow[] = [
  row(undefined, 1000, 's1000$o1$g0$t1000$j0$d*'),
  row('', 1000, 's1000$o1$g0$t1000$j0$d*'),
  row('s500$o7$g1$t1000$j2$dabc', 2800, 's500$o7$g1$t2800$j3$dabc'),
  row('s500$o7$g1$t1000$j2$dabc', 2801, 's2801$o8$g0$t2801$j0$d*'),
  row('s500$o7$g1$t1000$j2$dabc', 900, 's500$o7$g1$t900$j3$dabc'),
  row('s500$o7$g1$j2$dabc', 1000, 's1000$o8$g0$j0$d*$t1000'),
  row('s500$o7$g1$tx$j2$dabc', 1000, 's1000$o8$g0$t1000$j0$d*'),
  row('s500$o7$g1$t1000$dabc', 1001, 's500$o7$g1$t1001$dabc$j1'),
  row('s500$o7$g1$t1000$jx$dabc', 1001, 's500$o7$g1$t1001$j1$dabc'),
  row('s500$g1$t1000$j2', 5000, 's5000$g0$t5000$j0$o1$d*'),
  row('s500$oX$t1000', 5000, 's5000$o1$t5000$g0$j0$d*'),
  row('s500$o$t1000', 5000, 's5000$o1$t5000$g0$j0$d*'),
  row('s500$o7$zfoo$t1000$j2$dabc', 5000, 's5000$o8$zfoo$t5000$j0$d*$g0'),
  row('t1000$o7$zfoo$s500$j2', 1001, 't1001$o7$zfoo$s500$j3'),
  row('s1$s2$t1000$t5$j1', 1001, 's1$s2$t1001$t5$j2'),
  row('s1$o1$g0$t1000$j0$dx', 1001, 's1001$o2$g0$t1001$j0$d*', 0),
  row('s1$o1$g0$t1000$j0$dx', 1000, 's1$o1$g0$t1000$j1$dx', 0),
  row('s1$o1$g0$t1000$j0$dx', 1002, 's1002$o2$g0$t1002$j0$d*', 1),
  row('s1$o1$g0$t1000$j0$dx', 1000, 's1000$o2$g0$t1000$j0$d*', -5),
  row('s1767124410$o7$g0$t1767124410$j2$dabc', 1767124470, 's1767124410$o7$g0$t1767124470$j3$dabc'),
  row('s1767124410$o7$g0$t1767124410$j2$dabc', 1767126270, 's1767126270$o8$g0$t1767126270$j0$d*'),
];
