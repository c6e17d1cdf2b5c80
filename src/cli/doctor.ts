import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import {
  diagnose,
  gatherFacts,
  lookupWith,
  printDiagnosis,
  readRecording,
  type Patient,
} from '../doctor/index.ts';
import { messageOf } from './options.ts';

const usage = `first-party-id doctor URL [--endpoint HOST/PATH] [--har FILE] [--json]
                          [--resolver ADDRESS[:PORT]] [--connect HOST:PORT] [--ca FILE]
  URL         a page of the site
  --endpoint  the tag's server cookie host; without it, the path /fpid of the page's host
  --har       a recording saved from a browser's network panel, to look at consent and cookies
  --json      prints the report for programs
  --resolver  asks this DNS server instead of the machine's own
  --connect   connects there instead of where DNS points, such as to a server that is not live yet
  --ca        certificate of an authority to trust beside the usual ones, PEM
Exit codes: 0 nothing failed, 1 something failed, 2 wrong options.
`;

/** Looks at a live site and its endpoint, and says what to do. */
export const doctor = { name: 'doctor', usage, run };

const options = {
  endpoint: { type: 'string' },
  har: { type: 'string' },
  json: { type: 'boolean', default: false },
  resolver: { type: 'string' },
  connect: { type: 'string' },
  ca: { type: 'string' },
} as const;

/** Long enough for a slow resolver, and short enough to wait for. */
const dnsLimits = { timeout: 3000, tries: 2 };

async function run(args: string[]): Promise<number> {
  let patient: Patient;
  let isJson: boolean;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    patient = await readPatient(positionals, values);
    isJson = values.json;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n${usage}`);
    return 2;
  }
  const diagnosis = diagnose(await gatherFacts(patient));
  const { isTTY, columns } = process.stdout;
  const looks = { isColoured: isTTY && process.stdout.hasColors(), columns };
  process.stdout.write(
    isJson ? `${JSON.stringify(diagnosis, undefined, 2)}\n` : printDiagnosis(diagnosis, looks),
  );
  return diagnosis.findings.some(({ level }) => level === 'fail') ? 1 : 0;
}

interface Values {
  endpoint?: string;
  har?: string;
  resolver?: string;
  connect?: string;
  ca?: string;
}

async function readPatient(
  [url, ...rest]: string[],
  { endpoint, har, resolver: server, connect, ca }: Values,
): Promise<Patient> {
  if (url === undefined) throw new Error('No URL is given.');
  if (rest.length > 0) throw new Error(`"${rest.join(' ')}" is too much. Accepted: one URL.`);
  const resolver = new Resolver(dnsLimits);
  if (server !== undefined) resolver.setServers([readServer(server)]);
  return {
    page: readUrl('URL', url),
    endpoint: endpoint === undefined ? undefined : readUrl('--endpoint', endpoint),
    recording: har === undefined ? undefined : readRecording(await readText('--har', har), har),
    resolver,
    way: {
      connectTo: connect === undefined ? undefined : readHostAndPort(connect),
      authorities: ca === undefined ? [] : [await readAuthority(ca)],
      lookup: server === undefined ? undefined : lookupWith(resolver),
    },
  };
}

/** A web address; without a scheme it is https, as in the tag's form. */
function readUrl(option: string, text: string): URL {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new Error(
    `${option}: "${text}" is refused. Accepted: an address such as www.example.com/fpid.`,
  );
}

async function readText(option: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(
      `${option}: "${file}" is refused (${messageOf(error)}). Accepted: a readable file.`,
    );
  }
}

/** Node ignores what is no certificate, and the doctor would call the authority unknown. */
async function readAuthority(file: string): Promise<string> {
  const text = await readText('--ca', file);
  try {
    new X509Certificate(text).toString();
    return text;
  } catch {
    throw new Error(`--ca: "${file}" is refused. Accepted: a file with certificates in PEM.`);
  }
}

function readServer(text: string): string {
  const [, host = text, port = '53'] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(text) ?? [];
  if (isIP(text) > 0 || (isIP(host) > 0 && isPort(port))) return text;
  throw new Error(
    `--resolver: "${text}" is refused. Accepted: an IP address, with a port if need be.`,
  );
}

function readHostAndPort(text: string): { host: string; port: number } {
  const [, host, port] = /^\[?([^[\]]+)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host !== undefined && isPort(port)) return { host, port: Number(port) };
  throw new Error(
    `--connect: "${text}" is refused. Accepted: a host and a port, as 127.0.0.1:8443.`,
  );
}

function isPort(text: string | undefined): boolean {
  return Number(text) >= 1 && Number(text) <= 65_535;
}
