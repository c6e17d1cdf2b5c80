import { forget } from './forget.ts';
import { keepIdentity, keepServerId } from './keep.ts';
import { pixelResponse } from './pixel.ts';
import type { Visit } from './visit.ts';

/** Answers a request whose origin has been allowed. */
export type VisitRoute = (visit: Visit) => Promise<Response>;

/** The routes that set cookies. */
export const visitRoutes: Record<string, VisitRoute> = {
  '/id.gif': async (visit) => withCookies(pixelResponse(), await keepIdentity(visit)),
  '/forget.gif': async (visit) => withCookies(pixelResponse(), await forget(visit)),
  '/get_cookie_id': answerCookieId,
};

/**
 * Treasure Data's contract, as td-js-sdk calls it: it names the domain it wants the cookie on and
 * reads `td_ssc_id` of the answer. The domain decides nothing; it must be the site's own.
 */
async function answerCookieId(visit: Visit): Promise<Response> {
  const url = new URL(visit.request.url);
  if (url.searchParams.get('cookie_domain') !== visit.domainName) {
    return new Response('Refused: cookie_domain is not a configured site.', { status: 403 });
  }
  const { id, setCookies } = await keepServerId(visit);
  return withCookies(Response.json({ td_ssc_id: id }), setCookies);
}

function withCookies(response: Response, setCookies: string[]): Response {
  for (const setCookie of setCookies) response.headers.append('set-cookie', setCookie);
  return response;
}
