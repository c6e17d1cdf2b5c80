import { findingsOf } from '../finding.ts';
import type { Answer, Facts, Finding, Received } from '../types.ts';
import { expectedAnswers, image, isEndpointThere, type Expected } from './expected-answers.ts';

const { pass, complain } = findingsOf('Routes');

const toTheLogs = 'Look at the logs of the endpoint and of the proxy before it.';

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
  if (!isEndpointThere(answers)) {
    return [site, { ...checkRoute(image, answers.firstVisit, origin), check: 'Endpoint' }];
  }
  const checked = expectedAnswers.flatMap((each) => {
    const answer = answers[each.name];
    return answer === undefined ? [] : [checkRoute(each, answer, origin)];
  });
  return [site, ...checked];
}

function checkPage(answer: Answer): Finding {
  if (answer.kind === 'received' && answer.status < 300) {
    return pass('Page', `${answer.url} answers ${answer.status}`);
  }
  const found =
    answer.kind === 'received'
      ? `${answer.url} answers ${answer.status}${leadingTo(answer)}`
      : `${answer.url}: ${answer.reason}`;
  return complain('Page', {
    level: 'warn',
    found,
    remedy: 'Name a page of the site that visitors can open.',
  });
}

function leadingTo({ headers: { location } }: Received): string {
  return location === undefined ? '' : ` and leads to ${location}`;
}

function checkRoute(
  { route, is, isGood, isForOperators = false }: Expected,
  answer: Answer,
  origin: string,
): Finding {
  if (answer.kind === 'failure') {
    return complain(route, { found: `${answer.url}: ${answer.reason}`, remedy: toTheLogs });
  }
  const { url, status, body } = answer;
  if (status === 200 && isGood(answer)) return pass(route, `answers 200 with ${is}`);
  if (isForOperators && status >= 400 && status < 500) {
    return pass(route, `answers ${status}: it is not for everyone`);
  }
  const shown = body.slice(0, 60).replace(/[^ -~]+/g, ' ');
  return complain(route, {
    found: `${url} answers ${status} with “${shown.trim()}”${leadingTo(answer)}, not ${is}`,
    remedy: remedyFor(answer, origin),
  });
}

function remedyFor({ status, body }: Received, origin: string): string {
  if (/^Refused: a host /.test(body)) {
    return 'Let the proxy pass Host as browsers send it, or X-Forwarded-Host with the proxy in trustedProxies.';
  }
  if (/^Refused: /.test(body)) return `Put ${origin} into the origins of the endpoint’s sites.`;
  if (status === 404) return 'Send every path below the endpoint’s to it, with the same basePath.';
  if (status === 405) return 'Let the proxy pass POST as well as GET.';
  if (status >= 500) return toTheLogs;
  if (status >= 300 && status < 400) {
    return 'Let the endpoint answer here without a redirect, or name the host that it leads to.';
  }
  return 'Send the whole path to the endpoint, and let nothing else answer it.';
}
