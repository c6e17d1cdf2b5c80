import { attempt } from './attempt.ts';
import { perform, type Loader } from './run.ts';

/** Key of session storage: `<session id> <milliseconds seen>`. */
const KEY = 'first_party_id';

/**
 * Marks the session as engaged when the visitor has had its pages visible and focused for long enough.
 * Answers what to call when the session may have changed.
 */
export function measureEngagement(loader: Loader): () => void {
  const { config, page } = loader;
  // The tracker on the page measures by itself.
  if (config.sessionKeeper === 'tracker') return () => undefined;
  const limitMillis = config.engagementSeconds * 1000;
  let session = '';
  let seenMillis = 0;
  let lastMillis = 0;
  let isSeen = false;
  let timer: ReturnType<typeof setTimeout>;
  const measure = (event?: Event) => {
    const { sessionId, hitNumber, engaged, attributes, consent, reasons } = page.read();
    const nowMillis = performance.now();
    if (isSeen) seenMillis += nowMillis - lastMillis;
    lastMillis = nowMillis;
    if (session !== sessionId) {
      session = sessionId;
      seenMillis = (attributes && hitNumber > 1 && readSeenMillis(sessionId)) || 0;
    }
    isSeen = !document.hidden && document.hasFocus();
    clearTimeout(timer);
    const isErased = consent === 'withdrawn' || reasons.includes('forgotten');
    if (isErased) attempt(() => sessionStorage.removeItem(KEY));
    else if (event && attributes)
      attempt(() => sessionStorage.setItem(KEY, `${session} ${seenMillis}`));
    if (engaged || !session) return;
    if (seenMillis < limitMillis) {
      if (isSeen) timer = setTimeout(measure, limitMillis - seenMillis);
      return;
    }
    // Once a session: what cannot be engaged now is over.
    seenMillis = -Infinity;
    // The core asks how long the page has been open; here the visitor's attention has been measured.
    perform({ ...loader, config: { ...config, engagementSeconds: 0 } }, 'engage');
  };
  for (const name of ['focus', 'blur', 'pagehide', 'pageshow']) addEventListener(name, measure);
  document.addEventListener('visibilitychange', measure);
  return () => measure();
}

function readSeenMillis(sessionId: string): number | undefined {
  const [session, millis] = attempt(() => sessionStorage.getItem(KEY)?.split(' ')) ?? [];
  return session === sessionId ? Number(millis) : undefined;
}
