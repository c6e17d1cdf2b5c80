import { findingsOf } from '../finding.ts';
import type { Answer, EndpointAnswers, Facts, Finding, Received } from '../types.ts';

const { pass, complain } = findingsOf('Routes');

interface Expected {
  route: string;
  name: keyof Omit<EndpointAnswers, 'foreign'>;
  /** What a good answer is, in words, and the test of it. */
  is: string;
  isGood(answer: Received): boolean;
  /** Whether only those who run the endpoint ask it: a proxy may hide it, and a server container has none. */
  isForOperators?: boolean;
}

const expected: Expected[] = [
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
  {
    route: '/id.gif',
    name: 'firstVisit',
    is: 'an image',
    isGood: ({ headers }) => headers['content-type'] === 'image/gif',
  },
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

/** Whether the page and each route of the endpoint answer. */
export function checkRoutes({ pageAnswer, answers, endpoint, page }: Facts): Finding[] {
  const site = checkPage(pageAnswer);
  const { healthz } = answers;
  if (healthz.kind === 'failure') {
    const found = `${healthz.url}: ${healthz.reason}`;
    const remedy = `Start the endpoint, and send requests for ${endpoint.href} to it.`;
    return [site, complain('Endpoint', { found, remedy })];
  }
  const origin = page.origin;
  const checked = expected.flatMap((each) => {
    const answer = answers[each.name];
    return answer === undefined ? [] : [checkRoute(each, answer, origin)];
  });
  return [site, ...checked];
}

function checkPage(answer: Answer): Finding {
  if (answer.kind === 'received' && answer.status < 400) {
    return pass('Page', `${answer.url} answers ${answer.status}`);
  }
  const found =
    answer.kind === 'received'
      ? `${answer.url} answers ${answer.status}`
      : `${answer.url}: ${answer.reason}`;
  return complain('Page', {
    level: 'warn',
    found,
    remedy: 'Name a page of the site that visitors can open.',
  });
}

function checkRoute(
  { route, is, isGood, isForOperators = false }: Expected,
  answer: Answer,
  origin: string,
): Finding {
  if (answer.kind === 'failure') {
    const remedy = 'Look at the logs of the endpoint and of the proxy before it.';
    return complain(route, { found: `${answer.url}: ${answer.reason}`, remedy });
  }
  const { url, status, body } = answer;
  if (status === 200 && isGood(answer)) return pass(route, `answers 200 with ${is}`);
  if (isForOperators && status >= 400 && status < 500) {
    return pass(route, `answers ${status}: it is not for everyone`);
  }
  const shown = body.slice(0, 60).replace(/[^ -~]+/g, ' ');
  return complain(route, {
    found: `${url} answers ${status} with “${shown.trim()}”, not ${is}`,
    remedy: remedyFor(status, origin),
  });
}

function remedyFor(status: number, origin: string): string {
  if (status === 403) return `Put ${origin} into the origins of the endpoint’s sites.`;
  if (status === 404) return 'Send every path below the endpoint’s to it, with the same basePath.';
  if (status === 405) return 'Let the proxy pass POST as well as GET.';
  if (status >= 500) return 'Look at the logs of the endpoint and of the proxy before it.';
  return 'Send the whole path to the endpoint, and let nothing else answer it.';
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
