import type { CookieTable } from '../../cookie-table/index.ts';
import { element, terms } from '../page/element.ts';
import type { Results } from './results.ts';
import { listWrongFields, type WrongField } from './wrong-fields.ts';

/** Shows what a set-up leads to; files are handed out only while nothing is wrong. */
export function showResults(
  place: HTMLElement,
  results: Results,
  wrong: readonly WrongField[],
): void {
  place.replaceChildren(
    part('Files', ...(wrong.length === 0 ? [downloads(results.files)] : waiting(wrong))),
    part('Cookies', cookieTable(results.cookies)),
    part('Consent', terms(results.cookies.consent.map((rule) => [rule.question, rule.answer]))),
    part(
      'When the tag fires',
      terms(results.triggers.map(({ name, when }) => [name, when])),
      element('p', { class: 'help' }, results.consentSetUp),
    ),
    part('What the tag may do', terms(results.abilities)),
    part(
      'Pages without Google Tag Manager',
      element('p', { class: 'help' }, 'One tag; your endpoint serves the script.'),
      codeOrNothing(results.loaderTag),
    ),
    part(
      'Cookie endpoint',
      element(
        'p',
        { class: 'help' },
        'Save it as endpoint.json. A key goes beside it: first-party-id keys new makes one.',
      ),
      codeOrNothing(results.endpoint),
    ),
  );
}

function part(title: string, ...content: HTMLElement[]): HTMLElement {
  return element('section', { class: 'part' }, element('h2', {}, title), ...content);
}

function waiting(wrong: readonly WrongField[]): HTMLElement[] {
  const say = 'They are ready when this is right:';
  return [element('p', { class: 'help' }, say), listWrongFields(wrong)];
}

const ABOUT: Readonly<Record<string, string>> = {
  'web-container.json': 'Import it in Google Tag Manager: Admin, Import Container, Merge.',
  'first-party-id-tag.tpl': 'The template alone, for a container that you set up by hand.',
  'endpoint.json': 'The configuration of the cookie endpoint.',
  'identity.json': 'These settings: first-party-id build makes the containers from them again.',
  'cookies.html': 'The cookie table for your privacy policy.',
};

function downloads(files: Results['files']): HTMLElement {
  const rows = Object.entries(files).map(([name, make]) => {
    const button = element('button', { class: 'button download', type: 'button' }, name);
    button.addEventListener('click', () => save(name, make()));
    return element('li', {}, button, element('span', { class: 'help' }, ABOUT[name] ?? ''));
  });
  return element('ul', { class: 'downloads' }, ...rows);
}

function save(name: string, content: string): void {
  const href = URL.createObjectURL(new Blob([content]));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}

function cookieTable({ items }: CookieTable): HTMLElement {
  if (items.length === 0) return element('p', {}, 'Nothing is stored.');
  const rows = items.map((item) =>
    element(
      'li',
      {},
      element('h3', {}, element('code', {}, item.name)),
      element('p', {}, item.purpose),
      terms([
        ['Set by', item.setBy],
        ['Lives', item.lifetime],
        ['Goes', item.erased],
      ]),
    ),
  );
  return element('ul', { class: 'cookies' }, ...rows);
}

function codeOrNothing(text: string | undefined): HTMLElement {
  if (text === undefined) return element('p', {}, 'Fill in a server cookie host to have it here.');
  return element('pre', { tabindex: '0' }, element('code', {}, text));
}
