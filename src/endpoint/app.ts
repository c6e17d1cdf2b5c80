import { Hono } from 'hono';
import {
  limitSize,
  nameError,
  observe,
  setSafeHeaders,
  type App,
  type AppEnvironment,
} from './middleware.ts';
import { addRoutes } from './routes.ts';
import type { Endpoint } from './visit.ts';

/** The whole endpoint as an app of hono. */
export function createApp(endpoint: Endpoint): App {
  const app: App = new Hono<AppEnvironment>({ getPath: readPath });
  app.onError(nameError(endpoint));
  app.notFound((context) => context.text('Not found.', 404));
  app.use(observe(endpoint), setSafeHeaders, limitSize);
  addRoutes(app.basePath(endpoint.configuration.basePath), endpoint);
  return app;
}

/** The path as it was sent; hono's own way decodes it, and so finds a route under several names. */
function readPath({ url }: Request): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.indexOf('?', start);
  return url.slice(start, end < 0 ? undefined : end);
}
