import {
  d8aSessionName,
  parseD8aSession,
  printD8aSession,
} from '../../core/formats/d8a/d8a-cookies.ts';
import { PROPERTY_ID } from './cookie-names.ts';
import { deleteCookie, readOwnCookies } from './own-cookies.ts';
import { say } from './say.ts';

/** What the buttons under “Try it” do, by their name. */
const actions: ReadonlyMap<string, () => void> = new Map([
  ['newSession', () => pushEvent('demo.newSession')],
  ['forget', () => pushEvent('demo.forget')],
  ['timePasses', () => letTimePass(31 * 60)],
  ['newVisitor', () => void becomeNewVisitor()],
]);

/** Wires the buttons of the live view. */
export function startActions(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const name = target.closest('[data-do]')?.getAttribute('data-do');
    if (name) actions.get(name)?.();
    const cookie = target.closest('[data-delete]')?.getAttribute('data-delete');
    if (!cookie) return;
    deleteCookie(cookie);
    say(`${cookie} is deleted. The next page view asks the endpoint for it.`);
  });
}

function pushEvent(event: string): void {
  window.dataLayer.push({ event });
}

/** Sets the session back, which is as good as waiting. */
function letTimePass(seconds: number): void {
  const name = d8aSessionName('', PROPERTY_ID);
  const value = readOwnCookies(document.cookie).find(([found]) => found === name)?.[1];
  const tokens = value === undefined ? undefined : parseD8aSession(value);
  if (!tokens) {
    say('No session is kept, so there is none that time could end.');
    return;
  }
  const earlier = tokens.map(({ key, value: text }) =>
    key === 's' || key === 't'
      ? { key, value: String(Number(text) - seconds) }
      : { key, value: text },
  );
  document.cookie = `${name}=${printD8aSession(earlier)}; Path=/; Max-Age=86400; SameSite=Lax`;
  say('31 minutes have passed. The next page view starts a new session.');
}

/** Clears what the demo keeps in this browser, HttpOnly cookies too, and begins again. */
async function becomeNewVisitor(): Promise<void> {
  await fetch('/new-visitor', { method: 'POST' }).catch(() => undefined);
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith('demo.')) storage.removeItem(key);
  }
  location.assign('/');
}
