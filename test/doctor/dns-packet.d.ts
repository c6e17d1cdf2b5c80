/** What the DNS server of the tests uses of dns-packet, which has no types of its own. */
declare module 'dns-packet' {
  export interface Question {
    name: string;
    type: string;
  }
  export interface Record extends Question {
    ttl: number;
    data: string;
  }
  export interface Packet {
    id?: number;
    type?: 'query' | 'response';
    flags?: number;
    questions?: Question[];
    answers?: Record[];
  }
  export function decode(packet: Uint8Array): Packet;
  export function encode(packet: Packet): Uint8Array;
}
