import { toSeconds } from '../../clock.ts';
import { ENGAGEMENT_GRACE_MILLIS } from '../../constants.ts';
import {
  isD8aSessionOver,
  nextD8aSession,
  readToken,
  startD8aSession,
  withToken,
} from './d8a-cookies.ts';
import type { Config, Snapshot } from '../../types.ts';
import type { SessionChange, SessionStep, SessionToken } from './types.ts';

/** What this run's action does to the session found, if one was found. */
export function advanceSession(
  config: Config,
  snapshot: Snapshot,
  found: { session: SessionToken[] | undefined; isHit: boolean },
): SessionChange {
  const session = found.session === undefined ? [] : found.session;
  const step = sessionStep(config, snapshot);
  if (snapshot.action === 'engage') return engage(config, snapshot, session);
  if (snapshot.action === 'newSession') {
    return {
      session: startD8aSession(session, step),
      isStarted: true,
      reason: 'session_requested',
    };
  }
  if (config.sessionKeeper === 'tracker') return leaveToTracker(session, step);
  if (session.length === 0) {
    return { session: startD8aSession(session, step), isStarted: true, reason: 'session_new' };
  }
  if (!found.isHit) return { session: session, isStarted: false, reason: 'hit_already_counted' };
  const isOver = isD8aSessionOver(session, step);
  return {
    session: nextD8aSession(session, step),
    isStarted: isOver,
    reason: isOver ? 'session_expired' : 'session_continued',
  };
}

function sessionStep(config: Config, snapshot: Snapshot): SessionStep {
  return {
    nowSeconds: toSeconds(snapshot.nowMillis),
    timeoutSeconds: config.sessionTimeoutMinutes * 60,
    randoms: snapshot.randoms.slice(1, 4),
  };
}

/** An idle page neither forks nor revives a session: one that is over cannot become engaged. */
function engage(config: Config, snapshot: Snapshot, session: SessionToken[]): SessionChange {
  if (session.length === 0 || isD8aSessionOver(session, sessionStep(config, snapshot))) {
    return { session: session, isStarted: false, reason: 'engagement_without_session' };
  }
  if (readToken(session, 'g') === '1') {
    return { session: session, isStarted: false, reason: 'already_engaged' };
  }
  const openedMillis = snapshot.page === undefined ? 0 : snapshot.page.startedMillis;
  const openForMillis = snapshot.nowMillis - openedMillis + ENGAGEMENT_GRACE_MILLIS;
  if (openForMillis < config.engagementSeconds * 1000) {
    return { session: session, isStarted: false, reason: 'engagement_too_early' };
  }
  return { session: withToken(session, 'g', '1'), isStarted: false, reason: 'engaged' };
}

/** The tracker counts the first hit itself: from -1, so that it arrives at 0. */
function leaveToTracker(session: SessionToken[], step: SessionStep): SessionChange {
  if (session.length > 0) {
    const isOver = isD8aSessionOver(session, step);
    return { session: session, isStarted: isOver, reason: 'session_kept_by_tracker' };
  }
  const created = withToken(startD8aSession(session, step), 'j', '-1');
  return { session: created, isStarted: true, reason: 'session_new' };
}
