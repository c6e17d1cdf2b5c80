const reason = 'Google documents it nowhere and may drop it; no public template uses it';

/** Names that Google's runtime registers but that `require` refuses here, each with the reason. */
export const undocumentedApis: ReadonlyMap<string, string> = new Map([
  ['addDocumentEventListener', reason],
  ['addElementEventListener', reason],
  ['addWindowEventListener', reason],
  ['getUserAgent', reason],
  ['resetDataLayer', reason],
  ['TestHelper', reason],
]);
