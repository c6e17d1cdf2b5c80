import { CONSENT_TOOLS } from '../../gtm/containers/consent-tools.ts';
import type { ConsentToolId } from '../../gtm/containers/consent-tools.ts';
import { FILLED_IN } from '../../gtm/containers/web-container.ts';
import { textOf } from '../../generator/text-of.ts';
import { flattenFields } from '../../generator/container/form-parameters.ts';
import { parseTemplate } from '../../tpl/index.ts';
import type { TemplateParameter } from '../../tpl/index.ts';
import { drawFields } from './form-fields.ts';
import { defaultValues, problemOf } from './form-values.ts';
import { deriveResults } from './results.ts';
import { showResults } from './show-results.ts';
import { readSite, type SetUp } from './site.ts';

const texts: { tag: string; variable: string } = JSON.parse(find('templates').textContent);
const templates = {
  tag: parseTemplate(texts.tag, 'tag').template,
  variable: parseTemplate(texts.variable, 'variable').template,
};
const fields = withoutOwn(templates.tag.parameters);
const website = find('website', HTMLInputElement);
const consentTool = find('consentTool', HTMLSelectElement);
const globalPrivacyControl = find('globalPrivacyControl', HTMLInputElement);
const usual = defaultValues(templates.tag.parameters);
let form = usual;

const drawn = drawFields(fields, (name, value) => {
  form = { ...form, [name]: value };
  update();
});
find('fields').append(...drawn.map(({ node }) => node));
consentTool.addEventListener('input', () => {
  const { unsetConsent, waitForUpdateMillis } = CONSENT_TOOLS[toToolId(consentTool.value)];
  form = { ...form, unsetConsent, waitForUpdateMillis: String(waitForUpdateMillis) };
});
for (const control of [website, consentTool, globalPrivacyControl]) {
  control.addEventListener('input', update);
}
find('form').addEventListener('submit', (event) => event.preventDefault());
update();

function update(): void {
  for (const part of drawn) part.update(form);
  const isSite = readSite(website.value) !== undefined;
  const isWrong = !isSite && website.value.trim() !== '';
  find('website-problem').hidden = !isWrong;
  website.setAttribute('aria-invalid', String(isWrong));
  const wrong = flattenFields(fields).filter((field) => problemOf(field, form) !== undefined);
  const setUp: SetUp = {
    website: website.value,
    consentTool: toToolId(consentTool.value),
    globalPrivacyControl: globalPrivacyControl.checked,
    // What is wrong is shown beside its field; the rest goes on with the usual value.
    form: { ...form, ...Object.fromEntries(wrong.map(({ name }) => [name, usual[name] ?? ''])) },
  };
  const wrongFields = wrong.map(({ name, displayName }) => ({
    id: name,
    label: textOf(displayName ?? name),
  }));
  if (!isSite) wrongFields.unshift({ id: 'website', label: 'Website' });
  showResults(find('results'), deriveResults(templates, setUp), wrongFields);
}

function toToolId(value: string): ConsentToolId {
  const ids = Object.keys(CONSENT_TOOLS) as ConsentToolId[];
  return ids.find((id) => id === value) ?? 'none';
}

/** The form without fields and groups that the container fills in. */
function withoutOwn(all: readonly TemplateParameter[]): TemplateParameter[] {
  return all.flatMap((field): TemplateParameter[] => {
    if (FILLED_IN.includes(field.name)) return [];
    if (field.type !== 'GROUP') return [field];
    const subParams = withoutOwn(field.subParams);
    return subParams.length === 0 ? [] : [{ ...field, subParams }];
  });
}

function find(id: string): HTMLElement;
function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind;
function find(id: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}
