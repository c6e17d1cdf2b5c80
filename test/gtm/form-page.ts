import type { LocalizedText, Template, TemplateParameter } from '../../src/tpl/index.ts';

/** A page that shows a template's form as a marketer meets it: fields, help, and closed groups. */
export function formPage({ info, parameters }: Template, values: Record<string, string>): string {
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<main><h1>${escape(textOf(info.displayName))}</h1>${parameters.map((field) => show(field, values)).join('')}</main>`;
}

function show(field: TemplateParameter, values: Record<string, string>): string {
  const label = escape(textOf(field.displayName ?? ''));
  const help = field.help === undefined ? '' : `<p>${escape(textOf(field.help))}</p>`;
  const value = escape(values[field.name] ?? defaultOf(field));
  switch (field.type) {
    case 'GROUP':
      return `<div class="group">${label}</div>`;
    case 'SELECT':
      return `<label>${label}<span class="box">${value}<i>▾</i></span></label>${help}`;
    case 'CHECKBOX':
      return `<label class="check"><span class="tick">${field.defaultValue ? '✓' : ''}</span>${escape(textOf(field.checkboxText ?? ''))}</label>${help}`;
    case 'SIMPLE_TABLE': {
      const heads = field.simpleTableColumns.map(
        ({ displayName }) => `<b>${escape(displayName)}</b>`,
      );
      const cells = field.simpleTableColumns.map(
        ({ name }) => `<span class="box">${escape(values[name] ?? '')}</span>`,
      );
      return `<label>${label}</label><div class="table">${heads.join('')}${cells.join('')}</div>${help}`;
    }
    default:
      return `<label>${label}<span class="box">${value}</span></label>${help}`;
  }
}

function defaultOf(field: TemplateParameter): string {
  if (field.type === 'SELECT') {
    const chosen = field.selectItems.find(({ value }) => value === field.defaultValue);
    return chosen?.displayValue ?? '';
  }
  return 'defaultValue' in field ? String(field.defaultValue ?? '') : '';
}

function textOf(text: LocalizedText): string {
  return typeof text === 'string' ? text : text.text;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
body { margin: 0; background: #eef1f4; font: 15px/1.4 system-ui, 'Open Sans', sans-serif; color: #22282e; }
main { margin: 20px; padding: 20px 28px 26px; background: #fff; border: 1px solid #d5dbe1; border-radius: 10px; width: 620px; }
h1 { font-size: 19px; margin: 0 0 16px; }
label { display: block; font-weight: 600; margin-top: 14px; }
p { margin: 4px 0 0; color: #5a6570; font-size: 13px; }
.box { display: flex; justify-content: space-between; min-height: 20px; margin-top: 5px; padding: 8px 11px; border: 1px solid #b9c2cb; border-radius: 6px; font-weight: 400; overflow-wrap: anywhere; }
i { font-style: normal; color: #5a6570; }
.group { margin-top: 12px; padding: 10px 12px; border: 1px solid #d5dbe1; border-radius: 6px; }
.group::before { content: '▸'; margin-right: 9px; color: #5a6570; }
.check { display: flex; align-items: center; }
.tick { width: 17px; height: 17px; margin-right: 9px; border: 1px solid #8a96a1; border-radius: 4px; font-size: 13px; line-height: 17px; text-align: center; }
.table { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 10px; margin-top: 5px; font-size: 13px; }
`;
