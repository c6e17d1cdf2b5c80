import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import {
  parseD8aClient,
  parseD8aSession,
  readToken,
  readTokenNumber,
} from '../../core/formats/d8a/d8a-cookies.ts';
import type { SessionToken } from '../../core/formats/d8a/types.ts';
import { ordinal, timeAgo } from './time-words.ts';

/** A cookie, and what its value says. */
export interface DecodedCookie {
  name: string;
  value: string;
  title: string;
  parts: { label: string; text: string }[];
}

type Part = DecodedCookie['parts'][number];

/** What a cookie says, in words, at a time in seconds. */
export function decodeCookie(name: string, value: string, nowSeconds: number): DecodedCookie {
  const kind = kinds.find((candidate) => candidate.matches(name));
  const parts = kind?.decode(value, nowSeconds) ?? [unreadable];
  return { name, value, title: kind?.title ?? 'Another cookie', parts };
}

interface Kind {
  title: string;
  matches(name: string): boolean;
  /** `undefined` when the value is not of this kind. */
  decode(value: string, nowSeconds: number): Part[] | undefined;
}

const unreadable: Part = { label: 'Value', text: 'not in a form that the tag reads' };

const kinds: readonly Kind[] = [
  { title: 'Who: the client ID', matches: (name) => name === '_d8a', decode: decodeClient },
  {
    title: 'This visit: the session',
    matches: (name) => name.startsWith('_d8a_'),
    decode: decodeSession,
  },
  {
    title: 'The server’s ID',
    matches: (name) => name === SERVER_ID_COOKIE,
    decode: decodeServerId,
  },
];

function decodeClient(value: string, nowSeconds: number): Part[] | undefined {
  const clientId = parseD8aClient(value);
  const bornSeconds = Number(clientId?.split('.')[1]);
  if (clientId === undefined) return undefined;
  return [
    { label: 'Client ID', text: clientId },
    { label: 'Made', text: timeAgo(bornSeconds, nowSeconds) },
  ];
}

function decodeSession(value: string, nowSeconds: number): Part[] | undefined {
  const tokens = parseD8aSession(value);
  if (tokens === undefined) return undefined;
  return [
    ...ago('Started', readTokenNumber(tokens, 's'), nowSeconds),
    ...counted('Session', readTokenNumber(tokens, 'o'), 'of this visitor'),
    ...counted('Hits', plusOne(readTokenNumber(tokens, 'j')), 'hit'),
    ...ago('Last hit', readTokenNumber(tokens, 't'), nowSeconds),
    { label: 'Engaged', text: readToken(tokens, 'g') === '1' ? 'yes' : 'not yet' },
    ...others(tokens),
  ];
}

function decodeServerId(): Part[] {
  return [{ label: 'Kept by', text: 'the endpoint, which signs it in a cookie no script can see' }];
}

function ago(label: string, thenSeconds: number | undefined, nowSeconds: number): Part[] {
  return thenSeconds === undefined ? [] : [{ label, text: timeAgo(thenSeconds, nowSeconds) }];
}

function counted(label: string, number: number | undefined, what: string): Part[] {
  return number === undefined ? [] : [{ label, text: `${ordinal(number)} ${what}` }];
}

/** The cookie counts hits from 0. */
function plusOne(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}

/** Tokens that other versions have added; the tag keeps them as they are. */
function others(tokens: SessionToken[]): Part[] {
  return tokens
    .filter(({ key }) => !'sogtjd'.includes(key))
    .map(({ key, value }) => ({ label: `Token ${key}`, text: value }));
}
