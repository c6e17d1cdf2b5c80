import { request, type Agent } from 'node:http';
import { page } from '../visitor.ts';

const usual = { host: 'id.example.com', origin: page };

/** Sends one request of a page and gives the status; 0 when there was no answer. */
export function ask(
  port: number,
  agent: Agent,
  path: string,
  { method = 'GET', ...more }: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const headers = { ...usual, ...more };
    const options = { host: '127.0.0.1', port, path, method, agent, headers };
    request(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', () => resolve(0))
      .end();
  });
}
