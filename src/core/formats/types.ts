import type { ReasonCode } from '../reason-texts.ts';
import type {
  Config,
  FormatMemory,
  Place,
  ReadEntry,
  SnowplowIdentity,
  Snapshot,
  Store,
  StoredEntry,
  StoredWrite,
  TreasureDataIdentity,
  VisitorIdentity,
} from '../types.ts';

/**
 * One way in which trackers write an identity down. The core settles whether anything may be kept;
 * a format says what its own values would be then, and touches nothing.
 */
export interface IdentityFormat {
  /** Under this word the page keeps it in memory. */
  name: string;
  isOn(config: Config): boolean;
  /** Where its identity lies. */
  storeOf(config: Config): Store | 'none';
  /** The configuration with what its names depend on filled in. */
  settle(config: Config, place: Place): Config;
  /** Everything of it that may be stored, and what it reads beside that. */
  entries(config: Config): ReadEntry[];
  /** The names under which its page views are counted; none where it does not count. */
  counters(config: Config): string[];
  /** The visitor's UUID, where it has one that other formats can take; '' otherwise. */
  knownUuid(run: FormatRun): string;
  /** Consent and storage permit to keep the identity. */
  keep(run: FormatRun): FormatPlan;
  /** The identity lives as long as the page: nothing is read, written or erased. */
  keepInMemory(run: FormatRun): FormatActPlan;
  /** Its values that reading has removed as duplicates, where what was left is none of its own. */
  writeBack(run: FormatRun): StoredWrite[];
  /** What of it is there and goes when the visitor is to be forgotten. */
  erasable(run: FormatRun): StoredEntry[];
}

/** What a format plans from. */
export interface FormatRun {
  config: Config;
  snapshot: Snapshot;
  /** Whether this run is a page view that the format has not counted. */
  isHit: boolean;
  /** Whether the endpoint may be asked in this run, for what this format stores. */
  mayCallServer: boolean;
  /** What the page keeps of it in memory. */
  memory: FormatMemory | undefined;
  /** The UUID of a visitor who has one id in all formats; '' where each has its own. */
  sharedUuid: string;
}

/** What one format would do. */
export type FormatPlan =
  /** Ask the endpoint for these names first, and remove what is damaged. */
  { kind: 'askServer'; askFor: string[]; erase: StoredEntry[] } | FormatActPlan;

export interface FormatActPlan {
  kind: 'act';
  writes: StoredWrite[];
  erase: StoredEntry[];
  /** Whether the endpoint should renew what is stored. */
  callsServer: boolean;
  visitor: VisitorIdentity;
  /** What only this format tells. */
  details: FormatDetails;
  /** `undefined` when nothing is kept in memory. */
  memory: FormatMemory | undefined;
  reasons: ReasonCode[];
}

export interface FormatDetails {
  snowplow: SnowplowIdentity | undefined;
  treasureData: TreasureDataIdentity | undefined;
}

/** A format that is on, and what it plans from. */
export interface Member {
  format: IdentityFormat;
  run: FormatRun;
}
