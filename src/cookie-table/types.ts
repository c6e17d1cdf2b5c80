/** The site's settings by the names of the form's fields, as texts; boxes say true or false. */
export type Settings = Readonly<Record<string, string>>;

/** One cookie, or one key of local storage. */
export interface StoredItem {
  name: string;
  storage: 'cookie' | 'local storage';
  purpose: string;
  setBy: string;
  /** `undefined`: until the browser is closed, or for good in local storage. */
  lifetimeSeconds: number | undefined;
  /** The same in words. */
  lifetime: string;
  erased: string;
}

/** One thing that the site has decided about consent. */
export interface ConsentRule {
  question: string;
  answer: string;
}

/** What a privacy policy needs to say. */
export interface CookieTable {
  items: StoredItem[];
  consent: ConsentRule[];
}
