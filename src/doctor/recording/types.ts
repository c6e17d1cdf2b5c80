/** What a saved browser export (HAR) tells, oldest request first. */
export interface Recording {
  file: string;
  exchanges: Exchange[];
}

/** One request of the recording and its answer. */
export interface Exchange {
  url: URL;
  /** The request's Cookie header, '' without one. */
  cookie: string;
  setCookies: string[];
  /** The text of the answer, where the export has it. */
  body: string;
  isHtml: boolean;
}
