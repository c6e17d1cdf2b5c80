import { findingsOf } from '../finding.ts';
import type { Answer, Facts, Finding, ForeignRequest } from '../types.ts';
import { cookiesOf } from './check-cookies.ts';
import { isEndpointThere } from './expected-answers.ts';

const { pass, complain } = findingsOf('Other sites');

/** What other sites get, and what this one's scripts may read. */
export function checkOtherSites({ answers, page }: Facts): Finding[] {
  if (!isEndpointThere(answers)) return [];
  return [checkRefusal(answers.foreign), checkReading(answers, page.origin)];
}

/** CORS would hide the body only: the browser keeps cookies of an answer that it hides. */
function checkRefusal(foreign: ForeignRequest[]): Finding {
  const accepted = foreign.filter(({ answer }) => isAcceptance(answer));
  const [first] = accepted;
  if (first === undefined) {
    return pass('Refusal', `${foreign.length} of ${foreign.length} foreign requests get no cookie`);
  }
  return complain('Refusal', {
    found: `${accepted.length} of ${foreign.length} foreign requests are let in, such as ${first.description}`,
    remedy:
      'List only the site’s own origins, let the proxy pass Origin, Referer and Sec-Fetch-Site unchanged, and add no CORS headers there.',
  });
}

function isAcceptance(answer: Answer): boolean {
  if (answer.kind === 'failure') return false;
  const allowed = answer.headers['access-control-allow-origin'];
  return answer.status < 300 || cookiesOf(answer).length > 0 || allowed !== undefined;
}

function checkReading({ cookieId, identity }: Facts['answers'], origin: string): Finding {
  const wrong = [cookieId, identity].find((answer) => {
    if (answer.kind === 'failure' || answer.status !== 200) return false;
    const { headers } = answer;
    return (
      headers['access-control-allow-origin'] !== origin ||
      headers['access-control-allow-credentials'] !== 'true'
    );
  });
  if (wrong === undefined) return pass('CORS', `pages of ${origin} may read the answers`);
  const { 'access-control-allow-origin': allowed = 'nothing' } =
    wrong.kind === 'received' ? wrong.headers : {};
  return complain('CORS', {
    found: `${wrong.url} allows ${allowed}, not ${origin} with credentials`,
    remedy: 'Let the proxy pass the endpoint’s CORS headers, and add none of its own.',
  });
}
