import { startDisplay } from './display.ts';
import { startProxy, type Ports } from './proxy.ts';
import { startSession } from './session.ts';
import { createContext, type WebKitContext, type WebKitPage } from './webkit-context.ts';

/** What the browser tests use of Playwright's Browser. */
export interface WebKitBrowser {
  contexts(): WebKitContext[];
  newContext(): Promise<WebKitContext>;
  newPage(): Promise<WebKitPage>;
  close(): Promise<void>;
}

/** Starts a real WebKitGTK for which every host of the world is this machine. */
export async function launchWebKit(ports: Ports): Promise<WebKitBrowser> {
  const display = await startDisplay();
  const proxy = await startProxy(ports);
  const contexts = new Set<WebKitContext>();

  async function newContext(): Promise<WebKitContext> {
    const session = await startSession({ display: display.name, proxy: proxy.address });
    const context = createContext(session.command, async () => {
      contexts.delete(context);
      await session.close();
    });
    contexts.add(context);
    return context;
  }
  return {
    contexts: () => [...contexts],
    newContext,
    newPage: async () => (await newContext()).newPage(),
    async close() {
      await Promise.all([...contexts].map((context) => context.close()));
      await display.close();
      await proxy.close();
    },
  };
}
