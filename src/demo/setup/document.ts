import { CONSENT_TOOLS } from '../../gtm/containers/consent-tools.ts';
import { favicon } from '../shop/document.ts';

/** What the page is made of. */
export interface PageParts {
  script: string;
  styles: string;
  /** Texts of the templates that the page fills in. */
  templates: { tag: string; variable: string };
}

/** The set-up page as one file that needs no network. */
export function printSetUpPage({ script, styles, templates }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Set up First-Party ID</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(favicon)}">
<style>${styles}</style>
</head>
<body>
<a class="skip" href="#results">Skip to what it leads to</a>
<header class="setup-head"><h1>Set up First-Party ID</h1>
<p>Fill in what you know. You see at once what it leads to, and the buttons hand out the files. Nothing you type leaves this page.</p></header>
<div class="setup">
<form id="form" class="setup-form" aria-label="Your settings">
<fieldset><legend>Your site</legend>${siteFields}</fieldset>
<fieldset id="fields"><legend>The tag</legend></fieldset>
</form>
<main id="results" class="setup-results" tabindex="-1"></main>
</div>
<script type="application/json" id="templates">${printJson(templates)}</script>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** JSON that cannot end the script element around it. */
function printJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const tools = Object.entries(CONSENT_TOOLS)
  .map(([id, { name }]) => `<option value="${id}">${name}</option>`)
  .join('');

const siteFields = `
<div class="field"><label for="website">Website</label>
<input id="website" type="text" inputmode="url" autocomplete="off" spellcheck="false" placeholder="www.example.com" aria-describedby="website-help website-problem">
<p class="help" id="website-help">The address that visitors see.</p>
<p class="problem" id="website-problem" hidden>This is not the address of a website.</p></div>
<div class="field"><label for="consentTool">Consent tool</label>
<select id="consentTool" aria-describedby="consentTool-help">${tools}</select>
<p class="help" id="consentTool-help">It decides when the tag fires and how long it waits for the visitor’s choice.</p></div>
<div class="field"><label class="choice"><input id="globalPrivacyControl" type="checkbox" aria-describedby="gpc-help"> Honour Global Privacy Control</label>
<p class="help" id="gpc-help">Visitors whose browser sends it count as having refused.</p></div>`;
