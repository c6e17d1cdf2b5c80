/** Days of the visits, counted from the first. */
export const DAYS = [0, 8, 40, 200];

/** How a site is set up, and what its visitor's browser does. */
export interface LifetimeCase {
  setup: string;
  /** The page of the shop: one with the template, one with the loader. */
  path: '/' | '/loader';
  /** The endpoint as the tag's field or the loader's option has it; '' is none. */
  serverUrl: string;
  /** Whether the browser's tracking prevention is on. */
  isPrevented: boolean;
}

/** What the site saw of its visitor on one day. */
export interface Visit {
  day: number;
  /** Whether it is the visitor of the visit before. */
  isKnown: boolean;
  sessionNumber: number;
}

export interface Outcome extends LifetimeCase {
  visits: Visit[];
}

/** The same visitor on all days, and each visit one session more. */
const lasting = DAYS.map((day, index) => ({
  day,
  isKnown: index > 0,
  sessionNumber: index + 1,
}));
const newEachTime = DAYS.map((day) => ({ day, isKnown: false, sessionNumber: 1 }));

/** All cases, with what is to come of them. */
export const EXPECTED: Outcome[] = [
  { setup: 'Template alone', path: '/', serverUrl: '', isPrevented: true, visits: newEachTime },
  {
    setup: 'Template and endpoint on a path',
    path: '/',
    serverUrl: 'www.shop.example.com/fpid',
    isPrevented: true,
    visits: lasting,
  },
  {
    setup: 'Template and endpoint on a subdomain',
    path: '/',
    serverUrl: 'id.shop.example.com/fpid',
    isPrevented: true,
    visits: lasting,
  },
  {
    setup: 'Loader and endpoint on a path',
    path: '/loader',
    serverUrl: '/fpid',
    isPrevented: true,
    visits: lasting,
  },
  { setup: 'Template alone', path: '/', serverUrl: '', isPrevented: false, visits: lasting },
];
