/** Makes a response of a request: the shape of the endpoint and of any hand-written answer. */
export type Handler = (request: Request) => Response | Promise<Response>;

/**
 * What is served where. The key is `/path` on every host, `host/path` on one, or either with `/*` at its end for
 * everything below: `/`, `www.shop.example.com/cart`, `id.shop.example.com/*`. An exact key wins over a `/*` one, a
 * longer one over a shorter. The value is the HTML of a page, a script as `{ script }`, or a handler.
 */
export type Routes = Record<string, string | { script: string } | Handler>;

type Route = Routes[string];

/** The route for a path on a host, or undefined. */
export function findRoute(routes: Routes, host: string, path: string): Route | undefined {
  return routes[host + path] ?? routes[path] ?? findBelow(routes, host, path);
}

function findBelow(routes: Routes, host: string, path: string): Route | undefined {
  const [longest] = Object.keys(routes)
    .filter((key) => key.endsWith('/*'))
    .filter((key) => [host + path, path].some((place) => place.startsWith(key.slice(0, -1))))
    .sort((one, other) => other.length - one.length);
  return longest === undefined ? undefined : routes[longest];
}

/** Answers with the route; without one, 404. */
export async function respond(route: Route | undefined, request: Request): Promise<Response> {
  if (route === undefined) return new Response('not found', { status: 404 });
  if (typeof route === 'function') return route(request);
  if (typeof route === 'string') return text(route, 'text/html');
  return text(route.script, 'text/javascript');
}

function text(body: string, type: string): Response {
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  });
}
