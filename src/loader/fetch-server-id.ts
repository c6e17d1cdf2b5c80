import { readJar, readServerId } from './cookies.ts';
import type { Loader } from './run.ts';

/** The server id that is known, else, or if forced, the one the endpoint gives. */
export async function fetchServerId(loader: Loader, isForced?: boolean): Promise<string> {
  const { page, callServer, config } = loader;
  const known = page.read();
  if (known.serverId && !isForced) return known.serverId;
  // Where nothing may be stored, nothing is asked for.
  if (!known.attributes) throw new Error(known.reasons.join());
  const answer = config.serverUrl ? await callServer('/id') : 'server_unreachable';
  // The visitor may have refused meanwhile.
  const serverId = page.read().attributes && readServerId(readJar());
  if (!serverId) throw new Error(answer);
  page.publish({ ...page.read(), serverId });
  return serverId;
}
