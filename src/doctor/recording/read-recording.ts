import { Ajv } from 'ajv';
import type { Exchange, Recording } from './types.ts';

interface Har {
  log: { entries: HarEntry[] };
}

interface HarEntry {
  startedDateTime: string;
  request: { url: string; headers: HarHeader[] };
  response: {
    headers: HarHeader[];
    content: { mimeType?: string; text?: string; encoding?: string };
  };
}

interface HarHeader {
  name: string;
  value: string;
}

const headers = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'value'],
    properties: { name: { type: 'string' }, value: { type: 'string' } },
  },
};
const text = { type: 'string' };

/** What is read of HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). */
const harSchema = {
  type: 'object',
  required: ['log'],
  properties: {
    log: {
      type: 'object',
      required: ['entries'],
      properties: {
        entries: {
          type: 'array',
          items: {
            type: 'object',
            required: ['startedDateTime', 'request', 'response'],
            properties: {
              startedDateTime: text,
              request: {
                type: 'object',
                required: ['url', 'headers'],
                properties: { url: text, headers },
              },
              response: {
                type: 'object',
                required: ['headers', 'content'],
                properties: {
                  headers,
                  content: {
                    type: 'object',
                    properties: { mimeType: text, text, encoding: text },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** Reads the text of a HAR file. Throws with the file, the place in it, and what is accepted. */
export function readRecording(json: string, file: string): Recording {
  const ajv = new Ajv();
  const validate = ajv.compile<Har>(harSchema);
  const har: unknown = parseJson(json, file);
  if (!validate(har)) {
    const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
    throw new Error(
      `${file}: ${instancePath || '/'} ${message}. Accepted: a HAR file, as browsers save it from the network panel.`,
    );
  }
  const exchanges = har.log.entries
    .toSorted((one, other) => Date.parse(one.startedDateTime) - Date.parse(other.startedDateTime))
    .flatMap(readExchange);
  return { file, exchanges };
}

function parseJson(json: string, file: string): unknown {
  try {
    // HAR 1.2 lets a file begin with a byte order mark.
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file}: is no JSON (${String(error)}). Accepted: a HAR file.`);
  }
}

function readExchange({ request, response }: HarEntry): Exchange[] {
  if (!URL.canParse(request.url)) return [];
  const { mimeType = '', text: body = '', encoding } = response.content;
  return [
    {
      url: new URL(request.url),
      cookie: valuesOf(request.headers, 'cookie').join('; '),
      setCookies: valuesOf(response.headers, 'set-cookie').flatMap((lines) => lines.split('\n')),
      body: encoding === 'base64' ? Buffer.from(body, 'base64').toString() : body,
      isHtml: mimeType.startsWith('text/html'),
    },
  ];
}

function valuesOf(list: HarHeader[], wanted: string): string[] {
  return list.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
}
