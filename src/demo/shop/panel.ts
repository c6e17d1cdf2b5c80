function choice(value: string, label: string, hint: string): string {
  return `<button type="button" data-choose="${value}" aria-pressed="false"><b>${label}</b><span>${hint}</span></button>`;
}

function action(name: string, label: string): string {
  return `<button class="button quiet" type="button" data-do="${name}">${label}</button>`;
}

function part(id: string, title: string, more = ''): string {
  return `<section class="part part-${id}" aria-labelledby="${id}-title"><h3 id="${id}-title">${title}</h3>${more}<div id="view-${id}"></div></section>`;
}

const settings = `<div id="consent-settings" class="settings" role="group" aria-label="Consent settings" tabindex="-1">
${choice('granted', 'Grant', 'The visitor agrees.')}
${choice('denied', 'Deny', 'Only the default counts.')}
${choice('withdrawn', 'Withdraw', 'The visitor takes it back.')}</div>`;

const links = `<fieldset class="links"><legend>Links in the shop</legend>
<label><input type="radio" name="links" value="inPage"> change the page in place</label>
<label><input type="radio" name="links" value="load"> load a new page</label></fieldset>`;

const tryIt = `<div class="actions">${action('newSession', 'New session')}${action('forget', 'Forget me')}${action('timePasses', '31 minutes later')}${action('newVisitor', 'New visitor')}</div>${links}`;

/** The live view; its parts are filled in the browser. */
export const panel = `<aside id="live" class="panel" aria-label="Live view" tabindex="0">
<div class="panel-head"><h2>What the tag does</h2>
<p>The template you import into Google Tag Manager runs on this page.</p>
<p id="status" class="status" role="status">Starting …</p></div>
<div class="parts"><div class="column">
${part('consent', 'Consent', settings)}
${part('try', 'Try it', tryIt)}
${part('requests', 'Requests to the endpoint')}
${part('reasons', 'Why')}
</div><div class="column">
${part('identity', 'Identity')}
${part('cookies', 'Cookies')}
</div>
${part('events', 'Data layer')}
</div></aside>`;
