type Child = Node | string;

/** Makes an element. Texts become text nodes, so that no value is read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A list of terms and what they stand for. */
export function terms(rows: readonly (readonly [term: string, text: string])[]): HTMLElement {
  const pairs = rows.map(([term, text]) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, text)),
  );
  return element('dl', { class: 'terms' }, ...pairs);
}
