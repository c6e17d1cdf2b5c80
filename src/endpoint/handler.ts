import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { readConfiguration } from './configuration.ts';
import { MAX_HEADER_BYTES } from './constants.ts';
import { createKeyring } from './keyring.ts';
import { decideOrigin } from './origin.ts';
import { visitRoutes, type VisitRoute } from './routes.ts';
import type { EndpointConfiguration, Sources } from './types.ts';
import { openVisit, type Endpoint } from './visit.ts';

/** Makes the endpoint: a function from request to response that keeps nothing in between. */
export function createHandler(
  written: EndpointConfiguration,
  sources: Sources = {},
): (request: Request) => Promise<Response> {
  const configuration = readConfiguration(written);
  const endpoint: Endpoint = {
    configuration,
    keyring: createKeyring(configuration.keys),
    sources: { nowMillis: Date.now, randomUuid: () => crypto.randomUUID(), ...sources },
  };
  const app = new Hono();
  // hono's own error handler writes to the log.
  app.onError(() => new Response('Internal error.', { status: 500 }));
  app.use(neverStore, boundHeaders);
  app.use(configuration.basePath + '/get_cookie_id', allowReading(endpoint));
  for (const [path, route] of Object.entries(visitRoutes)) {
    app.all(configuration.basePath + path, (context) => answerVisit(context, route, endpoint));
  }
  app.all(configuration.basePath + '/healthz', answerHealth);
  return async (request) => app.fetch(request);
}

async function answerVisit(context: Context, route: VisitRoute, endpoint: Endpoint) {
  const request = context.req.raw;
  if (request.method !== 'GET') return refuseMethod('GET');
  const decision = decideOrigin(request, endpoint.configuration);
  // Not an image, so that an <img> fails also in browsers that ignore the status.
  if (decision.kind === 'refused') return new Response(decision.reason, { status: 403 });
  return route(openVisit(request, decision, endpoint));
}

/** Load balancers ask with HEAD as well. */
function answerHealth(context: Context): Response {
  const { method } = context.req.raw;
  return method === 'GET' || method === 'HEAD' ? new Response('ok') : refuseMethod('GET, HEAD');
}

function refuseMethod(allowed: string): Response {
  return new Response('Method not allowed.', { status: 405, headers: { allow: allowed } });
}

const neverStore: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
};

const boundHeaders: MiddlewareHandler = async (context, next) => {
  const { url, headers } = context.req.raw;
  const bytes = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (url.length + bytes <= MAX_HEADER_BYTES) return next();
  return new Response('Request header fields too large.', { status: 431 });
};

/** CORS: lets the page read the answer, by its exact origin, since cookies go with the request. */
function allowReading({ configuration }: Endpoint): MiddlewareHandler {
  return async (context, next) => {
    await next();
    context.header('vary', 'Origin');
    const origin = context.req.header('origin');
    if (
      origin === undefined ||
      !configuration.sites.some(({ origins }) => origins.includes(origin))
    ) {
      return;
    }
    context.header('access-control-allow-origin', origin);
    context.header('access-control-allow-credentials', 'true');
  };
}
