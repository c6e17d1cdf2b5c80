import { ifGood } from '../finding.ts';
import type { EndpointAnswers, Received } from '../types.ts';

export interface Expected {
  route: string;
  name: keyof Omit<EndpointAnswers, 'foreign'>;
  /** What a good answer is, in words, and the test of it. */
  is: string;
  isGood(answer: Received): boolean;
  /** Whether only those who run the endpoint ask it: a proxy may hide it, and a server container has none. */
  isForOperators?: boolean;
}

export const image: Expected = {
  route: '/id.gif',
  name: 'firstVisit',
  is: 'an image',
  isGood: ({ headers }) => /^image\/gif\b/.test(headers['content-type'] ?? ''),
};

/** What the routes of an endpoint answer to a page of the site. */
export const expectedAnswers: Expected[] = [
  {
    route: '/healthz',
    name: 'healthz',
    is: 'ok',
    isGood: ({ body }) => body === 'ok',
    isForOperators: true,
  },
  {
    route: '/readyz',
    name: 'readyz',
    is: 'ready',
    isGood: ({ body }) => body === 'ready',
    isForOperators: true,
  },
  image,
  {
    route: '/get_cookie_id',
    name: 'cookieId',
    is: '{"td_ssc_id": …}',
    isGood: ({ body }) => typeof readJson(body)['td_ssc_id'] === 'string',
  },
  {
    route: 'POST /id',
    name: 'identity',
    is: '{"serverId": …}',
    isGood: ({ body }) => typeof readJson(body)['serverId'] === 'string',
  },
  { route: 'POST /forget', name: 'forget', is: '{}', isGood: ({ body }) => body === '{}' },
  {
    route: '/loader.js',
    name: 'loader',
    is: 'JavaScript',
    isGood: ({ headers }) =>
      /^(text|application)\/javascript\b/.test(headers['content-type'] ?? ''),
  },
];

/** Whether an endpoint answers at all. Of what answers in its place, no cookie and no header counts. */
export function isEndpointThere(answers: EndpointAnswers): boolean {
  return expectedAnswers.some(({ name, isGood }) => {
    const answer = answers[name];
    const good = answer === undefined ? undefined : ifGood(answer);
    return good !== undefined && isGood(good);
  });
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
