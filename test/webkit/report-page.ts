import '../browser/tag-page.ts';

// Runs in a page, after the built template was put into it: one page view, told to the site.

const serverUrl = new URLSearchParams(location.search).get('serverUrl') ?? '';
const { tagPage } = window;
tagPage.startTags({ tags: [{ propertyIds: 'P', serverUrl }] });
void tagPage.whenEnded(1).then(() => {
  const [identity] = tagPage.readIdentities();
  const report = { identity, nowMillis: Date.now() };
  return fetch('/report', { method: 'POST', body: JSON.stringify(report) });
});
