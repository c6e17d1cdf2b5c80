import { makeCookieTable, printers } from '../../cookie-table/index.ts';
import type { CookieTable } from '../../cookie-table/index.ts';
import { formTexts } from '../../generator/container/form-parameters.ts';
import { buildContainer } from '../../generator/container/index.ts';
import { renameDataLayer } from '../../generator/rename-data-layer.ts';
import { CONSENT_TOOLS } from '../../gtm/containers/consent-tools.ts';
import { planWebContainer, tagFields } from '../../gtm/containers/web-container.ts';
import { printContainer } from '../../tpl/container/index.ts';
import { printTemplate } from '../../tpl/index.ts';
import type { Template } from '../../tpl/index.ts';
import { listAbilities } from '../../tpl/list-permissions.ts';
import { changedFields } from './form-values.ts';
import { printEndpoint, printIdentity, printLoaderTag } from './other-hosts.ts';
import { endpointUrl, withSnowplowDigits } from './site.ts';
import type { SetUp } from './site.ts';

/** The templates that the web container holds. */
export interface Templates {
  tag: Template;
  variable: Template;
}

/** Everything that the page shows and hands out. */
export interface Results {
  cookies: CookieTable;
  /** What the tag may do, and to what. */
  abilities: (readonly [what: string, names: string])[];
  triggers: { name: string; when: string }[];
  /** What is to be done in the consent tool. */
  consentSetUp: string;
  /** `undefined` without an endpoint, which serves the loader. */
  loaderTag: string | undefined;
  endpoint: string | undefined;
  /** By file name; each is made when it is asked for. */
  files: Record<string, () => string>;
}

/** What a set-up leads to. Throws where a value cannot be built in, such as a data layer's name. */
export function deriveResults({ tag, variable }: Templates, setUp: SetUp): Results {
  const form = withSnowplowDigits(setUp);
  const fields = changedFields(tag.parameters, form);
  // The form has taken these from the consent tool, or its user has changed them since.
  const consent = {
    unsetConsent: String(form['unsetConsent']),
    waitForUpdateMillis: Number(form['waitForUpdateMillis']),
  };
  const name = String(form['dataLayerName']);
  const named = name === 'dataLayer' ? tag : renameDataLayer(tag, name, 'Data layer name');
  const { consentTool, globalPrivacyControl } = setUp;
  const decisions = { consentTool, globalPrivacyControl, fields: { ...fields, ...consent } };
  const plan = planWebContainer([named, variable], decisions);
  const cookies = makeCookieTable(formTexts(tag.parameters, tagFields(decisions)));
  const hasEndpoint = endpointUrl(form) !== '';
  const endpoint = hasEndpoint ? printEndpoint(setUp, fields) : undefined;
  return {
    cookies,
    abilities: groupAbilities(named),
    triggers: (plan.tags[0]?.firesOn ?? []).map((trigger) => ({
      name: trigger,
      when: WHEN[trigger.split(' - ')[1] ?? ''] ?? '',
    })),
    consentSetUp: CONSENT_TOOLS[consentTool].setUp,
    loaderTag: hasEndpoint ? printLoaderTag(setUp, fields) : undefined,
    endpoint,
    files: {
      'web-container.json': () => printContainer(buildContainer(plan)),
      'first-party-id-tag.tpl': () => printTemplate(named),
      ...(endpoint === undefined ? {} : { 'endpoint.json': () => endpoint }),
      'identity.json': () => printIdentity(setUp, decisions.fields),
      'cookies.html': () => printers.html(cookies),
    },
  };
}

function groupAbilities({ permissions }: Template): Results['abilities'] {
  const names = new Map<string, string[]>();
  for (const { what, name = '' } of listAbilities(permissions)) {
    names.set(what, [...(names.get(what) ?? []), name === '*' ? 'any' : name]);
  }
  return [...names].map(([what, all]) => [what, all.join(', ')]);
}

const WHEN: Readonly<Record<string, string>> = {
  'Consent Initialization': 'first of all on each page',
  Initialization: 'on each page, after the consent tool has spoken',
  'History Change': 'when a page changes its address without loading anew',
  'Engagement timer': 'once, when the page has been open for a while',
};
