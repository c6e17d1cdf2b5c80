import type { Context, ErrorHandler, Hono, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { MAX_BODY_BYTES, MAX_HEADER_BYTES } from './constants.ts';
import type { Incoming } from './incoming.ts';
import type { Endpoint } from './visit.ts';

export interface AppEnvironment {
  Bindings: Omit<Incoming, 'request'>;
  Variables: {
    /** Why the request was refused, for the operator. */
    refusal?: string;
  };
}

export type App = Hono<AppEnvironment>;
type Middleware = MiddlewareHandler<AppEnvironment>;

/** Tells of every answer. */
export function observe({ configuration, sources }: Endpoint): Middleware {
  return async (context, next) => {
    const startMillis = performance.now();
    await next();
    const path = routePath(context, -1);
    const refusal = context.get('refusal');
    sources.observe({
      kind: 'answer',
      route: path.endsWith('*') ? 'none' : path.slice(configuration.basePath.length),
      status: context.res.status,
      seconds: (performance.now() - startMillis) / 1000,
      ...(refusal === undefined ? {} : { refusal }),
    });
  };
}

/** Tells of an error, and the client nothing about it. */
export function nameError({ sources }: Endpoint): ErrorHandler<AppEnvironment> {
  return (error, context) => {
    sources.observe({ kind: 'error', error });
    context.header('set-cookie', undefined);
    return context.text('Internal error.', 500);
  };
}

/** What every answer has, unless it is the same for everybody. */
const safeHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const setSafeHeaders: Middleware = async (context, next) => {
  for (const [name, value] of Object.entries(safeHeaders)) context.header(name, value);
  await next();
};

/** The answer of a platform that does not ask the app. */
export function refuseBeforeApp(text: string, status: number): Response {
  return new Response(text, { status, headers: safeHeaders });
}

/** HEAD has no body; some runtimes would then say that its length is 0 (RFC 9110, 8.6). */
export const tellLength: Middleware = async (context, next) => {
  await next();
  if (context.req.method !== 'HEAD' || context.res.body === null) return;
  const { byteLength } = await context.res.clone().arrayBuffer();
  context.header('content-length', `${byteLength}`);
};

/** Not every platform has limits of its own, and they differ. */
export const limitSize: Middleware = async (context, next) => {
  const { raw } = context.req;
  if ((context.env.headBytes ?? countHeadBytes(raw)) > MAX_HEADER_BYTES)
    return context.text('Request header fields too large.', 431);
  const isBodyTooLarge = Number(raw.headers.get('content-length') ?? 0) > MAX_BODY_BYTES;
  return isBodyTooLarge ? refuseBody(context) : next();
};

function countHeadBytes({ url, headers }: Request): number {
  let bytes = url.length;
  headers.forEach((value, name) => {
    bytes += name.length + value.length;
  });
  return bytes;
}

/** Also keeps HEAD, which hono takes for GET, away from routes that set cookies. */
export function allowMethods(methods: readonly string[]): Middleware {
  return async (context, next) => {
    if (methods.includes(context.req.method)) return next();
    return context.text('Method not allowed.', 405, { allow: methods.join(', ') });
  };
}

/** CORS: lets the page read the answer, by its exact origin, since cookies go with the request. */
export function allowReading({ configuration }: Endpoint): Middleware {
  const known = new Set(configuration.sites.flatMap(({ origins }) => origins));
  return async (context, next) => {
    context.header('vary', 'Origin');
    const origin = context.req.header('origin');
    if (origin !== undefined && known.has(origin)) {
      context.header('access-control-allow-origin', origin);
      context.header('access-control-allow-credentials', 'true');
    }
    await next();
  };
}

/** Reads a short body to its end, so that the connection can be used again; nothing is made of it. */
export const readBody: Middleware = async (context, next) => {
  // A client that goes away in the middle of its body is no error of ours.
  const bytes = await countBytes(context.req.raw).catch(() => undefined);
  if (bytes === undefined) return context.text('Bad request.', 400);
  return bytes > MAX_BODY_BYTES ? refuseBody(context) : next();
};

function refuseBody(context: Context): Response {
  return context.text('Content too large.', 413);
}

/** Stops when there are too many. */
async function countBytes({ body }: Request): Promise<number> {
  const reader = body?.getReader();
  let bytes = 0;
  while (reader !== undefined && bytes <= MAX_BODY_BYTES) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.byteLength;
  }
  await reader?.cancel();
  return bytes;
}
