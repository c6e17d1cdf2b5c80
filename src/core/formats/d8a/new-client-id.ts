import { toSeconds } from '../../clock.ts';
import { MAX_RANDOM } from '../../constants.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import type { FormatRun } from '../types.ts';
import { newD8aClientId } from './d8a-cookies.ts';

/** A new visitor's client ID; where one id serves all formats, made of its UUID's first digits. */
export function newClientId(run: FormatRun): string {
  const random =
    run.sharedUuid === '' ? run.snapshot.randoms[0] || 0 : randomOfUuid(run.sharedUuid);
  return newD8aClientId(random, toSeconds(run.snapshot.nowMillis));
}

function randomOfUuid(uuid: string): number {
  const number = (toFiniteNumber('0x' + uuid.slice(0, 8)) || 0) >>> 1;
  return number > MAX_RANDOM ? MAX_RANDOM : number;
}
