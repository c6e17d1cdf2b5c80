import { startDriver, type Command } from './driver.ts';
import { findWebKit } from './find-webkit.ts';
import { createProcesses, type Processes } from './processes.ts';

/** A browser that WebDriver drives, with a profile that goes with it. */
export interface Session {
  command: Command;
  close(): Promise<void>;
}

export interface SessionPlace {
  /** Where the browser shows itself. */
  display: string;
  /** Address of the proxy by which it finds all hosts. */
  proxy: string;
}

const ATTEMPTS = 3;

/** Starts a browser. Now and then WebKitWebDriver never answers to that (2.50: one time in 200); another one does. */
export async function startSession(place: SessionPlace, attempts = ATTEMPTS): Promise<Session> {
  const processes = await createProcesses();
  try {
    return { command: await openSession(processes, place), close: processes.close };
  } catch (error) {
    await processes.close();
    if (attempts > 1) return startSession(place, attempts - 1);
    throw error;
  }
}

async function openSession(processes: Processes, place: SessionPlace): Promise<Command> {
  const command = await startDriver(processes, place.display);
  const browser = {
    binary: findWebKit().miniBrowser,
    args: ['--automation', `--proxy=${place.proxy}`],
  };
  const alwaysMatch = { acceptInsecureCerts: true, 'webkitgtk:browserOptions': browser };
  const session = await command('POST', '/session', { capabilities: { alwaysMatch } });
  const { sessionId } = session as { sessionId: string };
  return (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
}
