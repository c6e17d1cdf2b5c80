import { BACKUP_COOKIE } from '../../../core/renewal/constants.ts';
import { SIGNED_ID_COOKIE } from '../../../endpoint/constants.ts';
import { decodeCookie } from '../decode-cookie.ts';
import type { DecodedCookie } from '../decode-cookie.ts';
import { element, terms } from '../element.ts';
import { readOwnCookies } from '../own-cookies.ts';
import type { LiveView } from './live-state.ts';

/** Every cookie of the tag and the endpoint; those that scripts cannot see by their names. */
export const cookiesView: LiveView = ({ cookies, hiddenCookies, nowMillis }) => {
  const nowSeconds = Math.floor(nowMillis / 1000);
  const seen = readOwnCookies(cookies).map(([name, value]) =>
    seenCookie(decodeCookie(name, value, nowSeconds)),
  );
  const hidden = hiddenCookies.map(hiddenCookie);
  if (seen.length + hidden.length === 0) {
    return [element('p', {}, 'None: nothing is kept in this browser.')];
  }
  return [element('ul', { class: 'cards' }, ...seen, ...hidden)];
};

function seenCookie({ name, value, title, parts }: DecodedCookie): HTMLElement {
  const remove = { class: 'link', type: 'button', 'data-delete': name };
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'card-head' },
      element('h4', {}, title),
      element('button', { ...remove, 'aria-label': `Delete cookie ${name}` }, 'Delete'),
    ),
    element('code', {}, `${name}=${value}`),
    terms(parts.map(({ label, text }) => [label, text])),
  );
}

const hiddenTexts: Readonly<Record<string, string>> = {
  [SIGNED_ID_COOKIE]: 'The server’s ID with a signature.',
  [BACKUP_COOKIE]: 'A signed copy of the cookies above, for the day the browser drops them.',
};

function hiddenCookie(name: string): HTMLElement {
  return element(
    'li',
    { class: 'hidden-cookie' },
    element(
      'div',
      { class: 'card-head' },
      element('code', {}, name),
      element('span', { class: 'tag' }, 'invisible to scripts'),
    ),
    element('p', {}, hiddenTexts[name] ?? ''),
  );
}
