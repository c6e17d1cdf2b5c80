import { textOf } from '../../generator/text-of.ts';
import type { TemplateParameter } from '../../tpl/index.ts';
import { element } from '../page/element.ts';
import type { FormValues } from './form-values.ts';
import { isShown, problemOf } from './form-values.ts';

type Kind = TemplateParameter['type'];
type Field<Name extends Kind> = Extract<TemplateParameter, { type: Name }>;

/** One field on the page: its element, and how to bring it up to date with the others. */
interface Drawn {
  node: HTMLElement;
  update(values: FormValues): void;
}

type Change = (name: string, value: string | boolean) => void;

/** Draws a template's form. What is typed goes to `change`; `update` shows and hides what depends on it. */
export function drawFields(fields: readonly TemplateParameter[], change: Change): Drawn[] {
  return fields.flatMap((field) => {
    if (field.type === 'GROUP') return drawGroup(field, change);
    if (field.type === 'TEXT') return drawText(field, change);
    if (field.type === 'SELECT') return drawSelect(field, change);
    return field.type === 'CHECKBOX' ? drawCheckbox(field, change) : [];
  });
}

function drawGroup(field: Field<'GROUP'>, change: Change): Drawn {
  const parts = drawFields(field.subParams, change);
  const summary = element('summary', {}, textOf(field.displayName ?? ''));
  const node = element('details', {}, summary, ...parts.map((part) => part.node));
  return { node, update: (values) => parts.forEach((part) => part.update(values)) };
}

function drawText(field: Field<'TEXT'>, change: Change): Drawn {
  const input = element('input', {
    ...described(field),
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    value: String(field.defaultValue ?? ''),
    placeholder: field.valueHint ?? '',
  });
  input.addEventListener('input', () => change(field.name, input.value));
  const problem = element('p', { class: 'problem', id: `${field.name}-problem`, hidden: '' });
  const unit = field.valueUnit === undefined ? '' : ` (${field.valueUnit})`;
  const node = labelled(field, textOf(field.displayName ?? '') + unit, input);
  node.append(problem);
  return {
    node,
    update: (values) => {
      node.hidden = !isShown(field, values);
      input.value = String(values[field.name] ?? '');
      const said = problemOf(field, values);
      problem.textContent = said ?? '';
      problem.hidden = said === undefined;
      input.setAttribute('aria-invalid', String(said !== undefined));
    },
  };
}

function drawSelect(field: Field<'SELECT'>, change: Change): Drawn {
  const options = field.selectItems.map(({ value, displayValue }) =>
    element('option', { value: String(value) }, displayValue),
  );
  const select = element('select', described(field), ...options);
  select.addEventListener('change', () => change(field.name, select.value));
  const node = labelled(field, textOf(field.displayName ?? ''), select);
  const show = showOnly(node, field);
  return {
    node,
    update: (values) => {
      show(values);
      select.value = String(values[field.name]);
    },
  };
}

function drawCheckbox(field: Field<'CHECKBOX'>, change: Change): Drawn {
  const box = element('input', { ...described(field), type: 'checkbox' });
  box.checked = field.defaultValue === true;
  box.addEventListener('change', () => change(field.name, box.checked));
  const label = element('label', { class: 'choice' }, box, ` ${field.checkboxText}`);
  const node = element('div', { class: 'field' }, label, helpOf(field));
  return { node, update: showOnly(node, field) };
}

function showOnly(node: HTMLElement, field: TemplateParameter): Drawn['update'] {
  return (values) => {
    node.hidden = !isShown(field, values);
  };
}

function labelled(field: TemplateParameter, label: string, control: HTMLElement): HTMLElement {
  const title = element('label', { for: field.name }, label);
  return element('div', { class: 'field' }, title, control, helpOf(field));
}

function described({ name }: TemplateParameter): Record<string, string> {
  return { id: name, 'aria-describedby': `${name}-help ${name}-problem` };
}

function helpOf({ name, help }: TemplateParameter): HTMLElement {
  return element('p', { class: 'help', id: `${name}-help` }, textOf(help ?? ''));
}
