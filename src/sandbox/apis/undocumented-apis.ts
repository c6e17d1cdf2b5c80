/** Google's runtime knows these names in web containers too. It documents neither what they do nor their permissions. */
export const undocumentedWebApis: ReadonlySet<string> = new Set([
  'addDocumentEventListener',
  'addElementEventListener',
  'addWindowEventListener',
  'getUserAgent',
  'resetDataLayer',
  'TestHelper',
]);
