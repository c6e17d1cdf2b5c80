import { Hono } from 'hono';
import {
  limitSize,
  nameError,
  observe,
  setSafeHeaders,
  tellLength,
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
  app.use(observe(endpoint), setSafeHeaders, tellLength, limitSize);
  addRoutes(app.basePath(endpoint.configuration.basePath), endpoint);
  return app;
}

/**
 * The path as it was sent, as far as the platform tells; hono's own way decodes it, and a Request
 * has resolved its dots, so that a route would be found under several names.
 */
function readPath({ url }: Request, { env }: { env?: AppEnvironment['Bindings'] } = {}): string {
  const target = env?.target ?? url;
  const start = target.startsWith('/') ? 0 : target.indexOf('/', target.indexOf('//') + 2);
  const end = target.indexOf('?', start);
  return target.slice(start, end < 0 ? undefined : end);
}
