import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { BACKUP_COOKIE } from '../core/renewal/constants.ts';
import { SIGNED_ID_COOKIE } from '../endpoint/constants.ts';
import { createHandler } from '../endpoint/index.ts';
import { readLoaders } from '../endpoint/platforms/read-loaders.ts';
import { favicon, renderDocument, styleSheets } from './shop/document.ts';
import { readSetUpPage } from './setup/read-page.ts';
import type { SetUpFiles } from './setup/read-page.ts';
import { renderView } from './shop/views.ts';
import { isDemoCookie } from './page/cookie-names.ts';

/** Where the app finds what it serves. */
export interface AppFiles {
  /** The template that the page runs. */
  template: string;
  /** The script of the pages. */
  script: string;
  /** Folder with the style sheets. */
  styles: string;
  setUp: SetUpFiles;
}

/** The shop and, under `/fpid`, the cookie endpoint; both answer on the same origin. */
export function createApp(files: AppFiles, origins: string[]): Hono {
  const endpoint = createHandler(
    { sites: [{ origins, cookieDomain: '' }], development: true, basePath: '/fpid' },
    { loaders: readLoaders() },
  );
  const app = new Hono();
  app.all('/fpid/*', (context) => endpoint(context.req.raw));
  app.get('/setup', restrictSetUp, async (context) =>
    context.html(await readSetUpPage(files.setUp)),
  );
  app.use(restrictPage);
  app.get('/main.js', sendFile(files.script, 'text/javascript'));
  for (const name of styleSheets) {
    app.get(`/styles/${name}`, sendFile(`${files.styles}/${name}`, 'text/css'));
  }
  app.get('/template.tpl', sendFile(files.template, 'text/plain'));
  app.get('/favicon.svg', (context) => context.body(favicon, 200, typed('image/svg+xml')));
  app.get('/hidden-cookies', (context) => context.json(hiddenCookies(context)));
  app.post('/new-visitor', forgetEverything);
  app.get('*', (context) => {
    const view = renderView(context.req.path);
    return context.html(renderDocument(view), view.status);
  });
  return app;
}

/** The sandbox evaluates a template without `eval`, so that a page with a strict policy can run it. */
const restrictPage: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', "default-src 'self'; base-uri 'none'");
  context.header('cache-control', 'no-cache');
};

/** One file with everything in it, which compiles the schema of containers, and needs no network. */
const restrictSetUp: MiddlewareHandler = async (context, next) => {
  await next();
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'";
  const scripts = "script-src 'unsafe-inline' 'unsafe-eval'";
  context.header('content-security-policy', `${policy}; ${scripts}`);
};

/** Read at each request, so that a new build shows after a reload. */
function sendFile(file: string, type: string) {
  return async (context: Context) => context.body(await readFile(file, 'utf8'), 200, typed(type));
}

function typed(type: string): Record<string, string> {
  return { 'content-type': `${type}; charset=utf-8` };
}

function cookieNames(context: Context): string[] {
  const pairs = (context.req.header('cookie') ?? '').split(';');
  return pairs.map((pair) => pair.split('=')[0]?.trim() ?? '');
}

/** No script can see these; the server tells the page which of them the browser has sent. */
function hiddenCookies(context: Context): string[] {
  const names = cookieNames(context);
  return [SIGNED_ID_COOKIE, BACKUP_COOKIE].filter((name) => names.includes(name));
}

/** Other projects on this machine keep cookies under `localhost` too; those are left alone. */
function forgetEverything(context: Context): Response {
  for (const name of cookieNames(context).filter(isDemoCookie)) {
    context.header('set-cookie', `${name}=; Path=/; Max-Age=0`, { append: true });
  }
  return context.body(null, 204);
}
