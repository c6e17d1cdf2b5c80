import { SandboxError } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import type { ServerPort } from './server-port.ts';

/** The server a call acts on. */
export function serverOf({ host }: ApiCall): ServerPort {
  if (host.server) return host.server;
  throw new SandboxError('This API works in a server container only.');
}
