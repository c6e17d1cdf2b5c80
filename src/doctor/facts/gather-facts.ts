import type { Resolver } from 'node:dns/promises';
import type { Recording } from '../recording/types.ts';
import type { Answer, Facts } from '../types.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { createAsker, type Ask } from './ask.ts';
import { findLoader } from './find-loader.ts';
import { lookAtCertificate } from './look-at-certificate.ts';
import { lookUpNames } from './look-up-names.ts';
import type { Way } from './way.ts';

/** What to look at, and how to get there. */
export interface Patient {
  page: URL;
  /** `undefined`: the path `/fpid` of the page's own host. */
  endpoint: URL | undefined;
  recording: Recording | undefined;
  resolver: Resolver;
  way: Way;
}

const maxRedirects = 5;

/** Looks at a live site. Never rejects for what the site does. */
export async function gatherFacts(patient: Patient): Promise<Facts> {
  const { resolver, way, recording } = patient;
  const ask = createAsker(way);
  const { page, pageAnswer } = await openPage(patient.page, ask);
  const endpoint = patient.endpoint ?? new URL('/fpid', page.origin);
  const hosts = [...new Set([page.origin, endpoint.origin])]
    .filter((origin) => origin.startsWith('https:'))
    .map((origin) => new URL(origin));
  const loaderUrl = findLoader(pageAnswer, page, endpoint);
  const [pageNames, endpointNames, certificates, answers, loader] = await Promise.all([
    lookUpNames(page.hostname, resolver),
    lookUpNames(endpoint.hostname, resolver),
    Promise.all(hosts.map((url) => lookAtCertificate(url, way))),
    askEndpoint(endpoint, page, ask),
    loaderUrl === undefined ? undefined : ask(loaderUrl),
  ]);
  return {
    page,
    endpoint,
    pageAnswer,
    names: { page: pageNames, endpoint: endpointNames },
    isElsewhere: way.connectTo !== undefined,
    certificates,
    answers: { ...answers, loader },
    nowMillis: Date.now(),
    recording,
  };
}

/** Follows redirects: the origin where visitors end up is the one that counts. */
async function openPage(start: URL, ask: Ask): Promise<{ page: URL; pageAnswer: Answer }> {
  let page = start;
  let pageAnswer = await ask(page);
  for (let count = 0; count < maxRedirects; count += 1) {
    const next = redirectOf(pageAnswer, page);
    if (next === undefined) break;
    page = next;
    pageAnswer = await ask(page);
  }
  return { page, pageAnswer };
}

/** Where an answer leads on the web; it may also lead to an app. */
function redirectOf(answer: Answer, page: URL): URL | undefined {
  if (answer.kind === 'failure' || answer.status < 300 || answer.status > 399) return undefined;
  const { location } = answer.headers;
  if (location === undefined || !URL.canParse(location, page.href)) return undefined;
  const next = new URL(location, page.href);
  return /^https?:$/.test(next.protocol) ? next : undefined;
}
