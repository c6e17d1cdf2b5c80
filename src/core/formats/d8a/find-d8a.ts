import { pickStored } from '../../pick-stored.ts';
import { valuesOf } from '../../stored-values.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import type { Parse, Parsed } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import {
  isOtherD8aVersion,
  parseD8aClient,
  parseD8aSession,
  readTokenNumber,
} from './d8a-cookies.ts';
import { clientNameOf, sessionNames } from './d8a-names.ts';
import { findGoogleClientId } from './google-client.ts';
import type { Finding, Reading, SessionToken } from './types.ts';

/** What is there of the visitor. */
export function findD8a(run: FormatRun): Finding {
  const sessions = sessionNames(run.config).map((name) => readName(run, name, readSession));
  return {
    client: readName(run, clientNameOf(run.config), readClient),
    sessions: sessions,
    session: sessions.map(valueOf).filter((tokens) => tokens !== undefined)[0],
    memory: findMemory(run),
    googleClientId: findGoogleClientId(run),
  };
}

function valueOf<Value>(reading: Reading<Value>): Value | undefined {
  return reading.state === 'sound' ? reading.value : undefined;
}

function readName<Value>(run: FormatRun, name: string, parse: Parse<Value>): Reading<Value> {
  const values = valuesOf(run.snapshot, name);
  const picked = pickStored(values, parse);
  if (picked !== undefined) {
    return {
      state: 'sound',
      name: name,
      value: picked.parsed,
      isRemoved: picked.found.isRemoved,
    };
  }
  if (values.length === 0) return { state: 'absent', name: name };
  const isOther = values.some((found) => isOtherD8aVersion(found.value));
  return { state: isOther ? 'otherVersion' : 'malformed', name: name };
}

function readClient(text: string): Parsed<string> | undefined {
  const clientId = parseD8aClient(text);
  if (clientId === undefined) return undefined;
  return { value: clientId, bornSeconds: toFiniteNumber(clientId.split('.')[1] || '') || 0 };
}

function readSession(text: string): Parsed<SessionToken[]> | undefined {
  const session = parseD8aSession(text);
  if (session === undefined) return undefined;
  return { value: session, bornSeconds: readTokenNumber(session, 's') || 0 };
}

function findMemory(run: FormatRun): Finding['memory'] {
  if (run.memory === undefined) return undefined;
  const clientId = parseD8aClient(run.memory.values.client || '');
  const session = parseD8aSession(run.memory.values.session || '');
  if (clientId === undefined || session === undefined) return undefined;
  return { clientId: clientId, session: session };
}
