import { Agent, request } from 'node:http';

/** A request as a test writes it; what is left out is as a page of the site sends it. */
export interface Sent {
  method?: string;
  path?: string;
  host?: string;
  headers?: Record<string, string | string[]>;
  body?: string;
}

export interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  setCookies: string[];
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends a request exactly as it is written; `fetch` would refuse or change much of it. */
export function send(port: number, sent: Sent): Promise<Received> {
  const { method = 'GET', path = '/id.gif', host = 'id.example.com', headers = {}, body } = sent;
  return new Promise((resolve, reject) => {
    const options = { port, method, path, agent, headers: { ...headers, host } };
    const outgoing = request({ ...options, host: '127.0.0.1' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          setCookies: response.headers['set-cookie'] ?? [],
          body: Buffer.concat(chunks).toString('latin1'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Ends the connections that are kept. */
export function closeConnections(): void {
  agent.destroy();
}
