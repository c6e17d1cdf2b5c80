import {
  getRequestBody,
  getRequestHeader,
  getRequestMethod,
  getRequestQueryParameter,
  JSON,
  setResponseBody,
  setResponseHeader,
  setResponseStatus,
} from './apis.ts';
import { MAX_BODY, MAX_COOKIE_HEADER, PIXEL } from './constants.ts';
import { decideOrigin } from './decide-origin.ts';
import { forget } from './forget.ts';
import { keepIdentity } from './keep-identity.ts';
import { keepServerId } from './keep-server-id.ts';
import { openVisit } from './open-visit.ts';
import type { ClientForm, Route, Visit } from './types.ts';

/** Writes the whole response. Who may get cookies is decided before any is made. */
export function answer(route: Route, form: ClientForm): void {
  setResponseHeader('cache-control', 'no-store');
  setResponseHeader('x-content-type-options', 'nosniff');
  if (isTooLarge(form, route)) return;
  const origin = decideOrigin(form);
  if (origin.refusal !== undefined) {
    refuse(origin.refusal);
    return;
  }
  const visit = openVisit(form, origin);
  if (route.answer === 'image') answerImage(visit);
  if (route.answer === 'identity') answerIdentity(visit);
  if (route.answer === 'cookieId') answerCookieId(visit);
  if (route.answer === 'forgetByImage') {
    forget(visit);
    sendPixel();
  }
  if (route.answer === 'forget') {
    forget(visit);
    sendJson({});
  }
}

/** Refuses what no page of ours sends; says whether it has. */
function isTooLarge(form: ClientForm, route: Route): boolean {
  if ((getRequestHeader('cookie') || '').length > MAX_COOKIE_HEADER) {
    sendText(431, 'Request header fields too large.');
    return true;
  }
  if (route.isReadable) allowReading(form);
  if (getRequestMethod() !== route.method) {
    setResponseHeader('allow', route.method);
    sendText(405, 'Method not allowed.');
    return true;
  }
  if ((getRequestBody() || '').length > MAX_BODY) {
    sendText(413, 'Content too large.');
    return true;
  }
  return false;
}

/** CORS: lets the page read the answer, by its exact origin, since cookies go with the request. */
function allowReading(form: ClientForm): void {
  setResponseHeader('vary', 'Origin');
  const origin = getRequestHeader('origin') || '';
  if (!form.sites.some((site) => site.origins.indexOf(origin) !== -1)) return;
  setResponseHeader('access-control-allow-origin', origin);
  setResponseHeader('access-control-allow-credentials', 'true');
}

function answerImage(visit: Visit): void {
  keepIdentity(visit);
  sendPixel();
}

/** What the loader asks: the ids that are kept, and until when, in seconds since 1970. */
function answerIdentity(visit: Visit): void {
  const kept = keepIdentity(visit);
  const expiresSeconds = visit.nowSeconds + visit.form.maxAgeSeconds;
  sendJson({
    serverId: kept.server.id,
    expiresSeconds: kept.server.expiresSeconds,
    cookies: kept.cookies.map((cookie) => ({
      name: cookie.name,
      value: cookie.value,
      expiresSeconds: expiresSeconds,
    })),
  });
}

/** Treasure Data's contract. The domain that it names decides nothing; it must be the site's own. */
function answerCookieId(visit: Visit): void {
  if (getRequestQueryParameter('cookie_domain') !== visit.domainName) {
    refuse('cookie_domain is not a configured site');
    return;
  }
  sendJson({ td_ssc_id: keepServerId(visit).id });
}

/** Not an image, so that an <img> fails also in browsers that ignore the status. */
function refuse(reason: string): void {
  sendText(403, 'Refused: ' + reason + '.');
}

function sendText(status: number, text: string): void {
  setResponseStatus(status);
  setResponseHeader('content-type', 'text/plain; charset=UTF-8');
  setResponseBody(text, 'utf8');
}

function sendJson(value: unknown): void {
  setResponseHeader('content-type', 'application/json');
  setResponseBody(JSON.stringify(value), 'utf8');
}

function sendPixel(): void {
  setResponseHeader('content-type', 'image/gif');
  setResponseBody(PIXEL, 'base64');
}
