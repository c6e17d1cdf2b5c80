import type { Context, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { forget } from './forget.ts';
import { keepIdentity } from './keep-identity.ts';
import { keepServerId } from './keep-server-id.ts';
import {
  allowMethods,
  allowReading,
  readBody,
  type App,
  type AppEnvironment,
} from './middleware.ts';
import { decideOrigin } from './origin.ts';
import { pixel } from './pixel.ts';
import type { Loaders } from './types.ts';
import { openVisit, type Endpoint, type Visit } from './visit.ts';

type RequestContext = Context<AppEnvironment>;
type Answer<About> = (context: RequestContext, about: About) => Response | Promise<Response>;

export interface Route {
  methods: readonly string[];
  /** Whether pages of the configured origins may read the answer. */
  isReadable: boolean;
  answer: Answer<Endpoint>;
  middleware?: MiddlewareHandler<AppEnvironment>[];
}

const get = { methods: ['GET'], isReadable: false };
const post = { methods: ['POST'], isReadable: true };
// Load balancers and caches ask with HEAD as well.
const operator = { methods: ['GET', 'HEAD'], isReadable: false };

const script = { ...operator, middleware: [etag()] };

/** The routes, by their path below the base path. */
export const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/id.gif', { ...get, answer: forVisitors(answerImage) }],
  ['/forget.gif', { ...get, answer: forVisitors(forgetByImage) }],
  ['/get_cookie_id', { ...get, isReadable: true, answer: forVisitors(answerCookieId) }],
  ['/id', { ...post, answer: forVisitors(answerIdentity) }],
  ['/forget', { ...post, answer: forVisitors(answerForget) }],
  ['/loader.js', { ...script, answer: answerLoader('loader.js') }],
  ['/loader-all.js', { ...script, answer: answerLoader('loader-all.js') }],
  ['/healthz', { ...operator, answer: (context) => context.text('ok') }],
  ['/readyz', { ...operator, answer: answerReady }],
  ['/metrics', { ...operator, answer: answerMetrics }],
]);

/** Adds the routes to an app. */
export function addRoutes(app: App, endpoint: Endpoint): void {
  for (const [path, { methods, isReadable, answer, middleware = [] }] of routes) {
    if (isReadable) app.use(path, allowReading(endpoint));
    app.use(path, allowMethods(methods));
    if (methods.includes('POST')) app.use(path, readBody);
    for (const step of middleware) app.use(path, step);
    app.all(path, (context) => answer(context, endpoint));
  }
}

/** Refuses requests that may not get cookies. */
function forVisitors(answer: Answer<Visit>): Answer<Endpoint> {
  return (context, endpoint) => {
    const { isFromTrustedProxy } = context.env;
    const { sites } = endpoint.configuration;
    const decision = decideOrigin({ request: context.req.raw, isFromTrustedProxy }, sites);
    // Not an image, so that an <img> fails also in browsers that ignore the status.
    if (decision.kind === 'refused') return refuse(context, decision.reason);
    return answer(context, openVisit(context.req.header('cookie'), decision, endpoint));
  };
}

async function answerImage(context: RequestContext, visit: Visit): Promise<Response> {
  setCookies(context, (await keepIdentity(visit)).setCookies);
  return sendPixel(context);
}

/** What the loader asks: the ids that are kept, and until when, in seconds since 1970. */
async function answerIdentity(context: RequestContext, visit: Visit): Promise<Response> {
  const { server, cookies, setCookies: lines } = await keepIdentity(visit);
  const expiresSeconds = visit.nowSeconds + visit.scope.maxAgeSeconds;
  setCookies(context, lines);
  return context.json({
    serverId: server.id,
    expiresSeconds: server.expiresSeconds,
    cookies: cookies.map((cookie) => ({ ...cookie, expiresSeconds })),
  });
}

/**
 * Treasure Data's contract, as td-js-sdk calls it: it names the domain it wants the cookie on and
 * reads `td_ssc_id` of the answer. The domain decides nothing; it must be the site's own.
 */
async function answerCookieId(context: RequestContext, visit: Visit): Promise<Response> {
  if (context.req.query('cookie_domain') !== visit.domainName) {
    return refuse(context, 'cookie_domain is not a configured site');
  }
  const { id, setCookies: lines } = await keepServerId(visit);
  setCookies(context, lines);
  return context.json({ td_ssc_id: id });
}

async function forgetByImage(context: RequestContext, visit: Visit): Promise<Response> {
  setCookies(context, await forget(visit));
  return sendPixel(context);
}

async function answerForget(context: RequestContext, visit: Visit): Promise<Response> {
  setCookies(context, await forget(visit));
  return context.json({});
}

async function answerReady(context: RequestContext, { keyring, sources }: Endpoint) {
  if (!sources.isReady()) return context.text('stopping', 503);
  await keyring.sign('ready');
  return context.text('ready');
}

async function answerMetrics(context: RequestContext, { sources }: Endpoint) {
  if (sources.printMetrics === undefined) return context.notFound();
  const headers = { 'content-type': 'text/plain; version=0.0.4' };
  return context.body(await sources.printMetrics(), 200, headers);
}

/** The same for everybody: a page's script, that any page may load, also as a module. */
function answerLoader(file: keyof Loaders): Answer<Endpoint> {
  return (context, { sources }) => {
    const text = sources.loaders?.[file];
    if (text === undefined) return context.notFound();
    return context.body(text, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      // An hour without a question; then the ETag tells whether it has changed.
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  };
}

function refuse(context: RequestContext, reason: string): Response {
  context.set('refusal', reason);
  return context.text(`Refused: ${reason}.`, 403);
}

function sendPixel(context: RequestContext): Response {
  return context.body(pixel, 200, { 'content-type': 'image/gif' });
}

function setCookies(context: RequestContext, lines: string[]): void {
  for (const line of lines) context.header('set-cookie', line, { append: true });
}
