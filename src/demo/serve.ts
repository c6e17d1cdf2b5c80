import { startDemo } from './start-demo.ts';
import type { RunningDemo } from './start-demo.ts';

const firstPort = 8642;
const lastPort = 8661;

/** PORT names one port; without it the first free one is taken. */
async function start(): Promise<RunningDemo> {
  const named = process.env['PORT'];
  if (named === undefined || named === '') return startOnFreePort(firstPort);
  if (!/^\d{1,5}$/.test(named) || Number(named) > 65535) {
    throw new Error(`PORT: "${named}" is refused. Accepted: 0 to 65535; 0 takes any free port.`);
  }
  return startDemo(Number(named));
}

async function startOnFreePort(port: number): Promise<RunningDemo> {
  try {
    return await startDemo(port);
  } catch (error) {
    if (port < lastPort && isTaken(error)) return startOnFreePort(port + 1);
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function describe(error: unknown): string {
  if (!isTaken(error)) return error instanceof Error ? error.message : String(error);
  const port = process.env['PORT'];
  const taken = port ? `Port ${port} is` : `The ports ${firstPort} to ${lastPort} are`;
  return `${taken} taken. Name a free one: PORT=9000 npm start`;
}

try {
  const demo = await start();
  const stop = () => void demo.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.stdout.write(`The demo runs on ${demo.address} (Ctrl+C stops it)\n`);
} catch (error) {
  process.stderr.write(describe(error) + '\n');
  process.exitCode = 1;
}
