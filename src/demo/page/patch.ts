/**
 * Makes the children of a node like the wanted ones and leaves alone what is so already: a button keeps the focus and
 * a selection stays while numbers beside it change.
 */
export function patchChildren(host: Node, wanted: readonly Node[]): void {
  const present = [...host.childNodes];
  wanted.forEach((node, index) => {
    const old = present[index];
    if (old) patchNode(old, node);
    else host.appendChild(node);
  });
  for (const node of present.slice(wanted.length)) host.removeChild(node);
}

function patchNode(old: ChildNode, wanted: Node): void {
  if (old.isEqualNode(wanted)) return;
  if (old instanceof Text && wanted instanceof Text) {
    old.data = wanted.data;
    return;
  }
  if (old instanceof Element && wanted instanceof Element && old.tagName === wanted.tagName) {
    for (const name of old.getAttributeNames()) {
      if (!wanted.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) old.setAttribute(name, value);
    patchChildren(old, [...wanted.childNodes]);
    return;
  }
  old.replaceWith(wanted);
}
