import { element } from '../page/element.ts';

/** A field that stops the files, by the id of its control and its label. */
export interface WrongField {
  id: string;
  label: string;
}

/** Links to the fields, which may lie in a group that is closed. */
export function listWrongFields(fields: readonly WrongField[]): HTMLElement {
  return element('ul', {}, ...fields.map((field) => element('li', {}, linkTo(field))));
}

function linkTo({ id, label }: WrongField): HTMLElement {
  const link = element('a', { href: `#${id}` }, label);
  link.addEventListener('click', () => reveal(id));
  return link;
}

// Not every browser opens a group for a link into it.
function reveal(id: string): void {
  const control = document.getElementById(id);
  const group = control?.closest('details');
  if (group) group.open = true;
  control?.focus();
}
