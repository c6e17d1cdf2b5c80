import type { ReasonCode } from '../../reason-texts.ts';
import type { FormatRun } from '../types.ts';
import { stepOf } from './find-snowplow.ts';
import { countSnowplowEvent, startSnowplowSession } from './snowplow-cookies.ts';
import type { SnowplowId } from './types.ts';

/** An id before this run's action, and whether its session goes on. */
export interface SnowplowSession {
  id: SnowplowId;
  isAlive: boolean;
  /** Whether the id was made in this run: its session is the first. */
  isNew: boolean;
  /** Whether this run is a page view to count. */
  isHit: boolean;
}

export interface SnowplowChange {
  id: SnowplowId;
  isStarted: boolean;
  /** Whether the session's own cookie is to be written. */
  isUsed: boolean;
  reasons: ReasonCode[];
}

/** What this run's action does to Snowplow's session. A tracker on the page counts by itself. */
export function advanceSnowplowSession(run: FormatRun, before: SnowplowSession): SnowplowChange {
  const id = before.id;
  const step = stepOf(run);
  // Snowplow knows no engagement.
  if (run.snapshot.action === 'engage') {
    return { id: id, isStarted: false, isUsed: false, reasons: [] };
  }
  if (run.snapshot.action === 'newSession') {
    const next = before.isNew ? id : startSnowplowSession(id, step);
    return { id: next, isStarted: true, isUsed: true, reasons: ['session_requested'] };
  }
  if (run.config.sessionKeeper === 'tracker' && !before.isNew) {
    // The tracker starts the next session: a session cookie of ours would keep it from that.
    const isOver = !before.isAlive;
    return { id: id, isStarted: isOver, isUsed: false, reasons: ['snowplow_session_left'] };
  }
  if (!before.isHit && !before.isNew) {
    return { id: id, isStarted: false, isUsed: false, reasons: ['hit_already_counted'] };
  }
  const isStarted = before.isNew || !before.isAlive;
  const current = before.isNew || before.isAlive ? id : startSnowplowSession(id, step);
  const isCounted = before.isHit && run.config.sessionKeeper === 'thisTag';
  return {
    id: isCounted ? countSnowplowEvent(current, step) : current,
    isStarted: isStarted,
    isUsed: true,
    reasons: [isStarted ? 'snowplow_session_started' : 'snowplow_session_continued'],
  };
}
