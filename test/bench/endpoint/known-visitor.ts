import { createNodeKeyring } from '../../../src/endpoint/platforms/node-keyring.ts';
import { printServerId } from '../../../src/endpoint/server-id.ts';

export const key = 'one secret of at least 32 bytes, made for tests';
export const sites = [{ origins: ['https://www.example.com'], cookieDomain: 'example.com' }];

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** The headers of a known visitor: one signature is verified, and two cookies are renewed. */
export async function knownVisitor() {
  const day = Math.floor(Date.now() / 86_400_000);
  const signed = await printServerId({ id: uuid, day }, 'example.com', createNodeKeyring([key]));
  return {
    // In lower case, wrk would send a Host of its own as well.
    Host: 'id.example.com',
    origin: 'https://www.example.com',
    'sec-fetch-site': 'same-site',
    cookie: `first_party_id=${signed}; _td_ssc_id=${uuid}`,
  };
}
