import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decode, encode, type Packet, type Record as DnsRecord } from 'dns-packet';

/** A name's records by type; a CNAME has one value. */
export type Zone = Record<string, Record<string, string[]>>;

export interface DnsServer {
  /** Address and port. */
  address: string;
  /** May be changed while the server runs. */
  zone: Zone;
  close(): void;
}

const nameIsUnknown = 3;

/** Answers questions about a zone on a port of loopback, as a resolver would: with the chain of CNAMEs. */
export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  const live = { zone };
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    socket.send(encode(answer(decode(message), live.zone)), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return Object.assign(live, {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => void socket.close(),
  });
}

function answer({ id = 0, questions = [] }: Packet, zone: Zone): Packet {
  const answers = questions.flatMap(({ name, type }) => recordsOf(name, type, zone));
  const isKnown = questions.every(({ name }) => zone[name] !== undefined);
  return { id, type: 'response', flags: isKnown ? 0 : nameIsUnknown, questions, answers };
}

function recordsOf(name: string, type: string, zone: Zone): DnsRecord[] {
  const records = zone[name] ?? {};
  const [alias] = records['CNAME'] ?? [];
  const own = (kind: string, data: string) => ({ name, type: kind, ttl: 300, data });
  if (alias === undefined) return (records[type] ?? []).map((data) => own(type, data));
  return [own('CNAME', alias), ...(type === 'CNAME' ? [] : recordsOf(alias, type, zone))];
}
