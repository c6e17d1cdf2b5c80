import { request, type Agent } from 'node:http';
import { page } from '../visitor.ts';

const usual = { host: 'id.example.com', origin: page };

/** Sends one request of a page and gives the status; 0 when there was no answer. */
export function ask(
  port: number,
  agent: Agent,
  path: string,
  headers: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path, agent, headers: { ...usual, ...headers } };
    request(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', () => resolve(0))
      .end();
  });
}
