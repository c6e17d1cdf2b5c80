import { escapeHtml } from './escape-html.ts';
import type { ConsentRule, CookieTable, StoredItem } from './types.ts';

/** Writes a table of cookies in one format. */
export type PrintTable = (table: CookieTable) => string;

const head = ['Name', 'Stored as', 'Purpose', 'Set by', 'Lifetime', 'Erased'];

/** The formats, by the word of the command's option. */
export const printers: Readonly<Record<'md' | 'html' | 'json', PrintTable>> = {
  md: printMarkdown,
  html: printHtml,
  json: (table) => `${JSON.stringify(table, undefined, 2)}\n`,
};

function cellsOf({ storage, purpose, setBy, lifetime, erased }: StoredItem): string[] {
  return [storage, purpose, setBy, lifetime, erased];
}

function printMarkdown({ items, consent }: CookieTable): string {
  const rows = items.map((item) => [`\`${item.name}\``, ...cellsOf(item)]);
  const lines = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  const rules = consent.map(({ question, answer }) => `- **${question}** ${answer}`);
  const cookies = items.length === 0 ? ['Nothing is stored.'] : lines;
  return ['## Cookies', '', ...cookies, '', '## Consent', '', ...rules, ''].join('\n');
}

/** A part of a page, without styles of its own. */
function printHtml({ items, consent }: CookieTable): string {
  const rows = items.map(
    (item) =>
      `    <tr><th scope="row"><code>${escapeHtml(item.name)}</code></th>${cellsOf(item)
        .map((cell) => `<td>${escapeHtml(cell)}</td>`)
        .join('')}</tr>`,
  );
  const table = [
    '<table>',
    '  <caption>Cookies</caption>',
    `  <thead>\n    <tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr>\n  </thead>`,
    '  <tbody>',
    ...rows,
    '  </tbody>',
    '</table>',
  ];
  const cookies = items.length === 0 ? ['<p>Nothing is stored.</p>'] : table;
  return [...cookies, '<dl>', ...consent.flatMap(printRule), '</dl>', ''].join('\n');
}

function printRule({ question, answer }: ConsentRule): string[] {
  return [`  <dt>${escapeHtml(question)}</dt>`, `  <dd>${escapeHtml(answer)}</dd>`];
}
