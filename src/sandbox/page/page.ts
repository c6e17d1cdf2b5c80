/** What a container stands on: a window, a scheduler, a clock, randomness and a network. */
export interface Page {
  /** The real `window` in a browser; an object of the same shape elsewhere. */
  readonly window: PageWindow;
  readonly network: Network;
  /** Runs the callback soon, never at once: `setTimeout(callback, 0)`. */
  schedule(callback: () => void): void;
  /** Runs the callback once the clock is that much further, unless the answer was called before. */
  after(delayMillis: number, callback: () => void): () => void;
  /** Unix time in milliseconds. */
  nowMillis(): number;
  /** At least 0, less than 1. */
  random(): number;
  /** SHA-256 of the bytes; undefined where the browser has no `crypto.subtle`, as on http pages. */
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> | undefined;
}

/** The globals of a page. Only what the APIs read is named. */
export interface PageWindow {
  document: PageDocument;
  location: PageLocation;
  navigator: PageNavigator;
  [name: string]: unknown;
}

export interface PageDocument {
  cookie: string;
  readonly title: string;
  readonly characterSet: string;
  readonly referrer: string;
}

export interface PageLocation {
  readonly href: string;
  readonly hostname: string;
  readonly protocol: string;
}

export interface PageNavigator {
  readonly userAgent: string;
}

/** The part of `localStorage` that the APIs use. */
export interface PageStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Answers whether the resource loaded. Never rejects. */
export interface Network {
  loadImage(url: string): Promise<boolean>;
  /** `attributes` are further attributes of the element, such as `data-id`. */
  loadScript(url: string, attributes?: Readonly<Record<string, string>>): Promise<boolean>;
  /** A hidden iframe. Without this every frame loads. */
  loadFrame?(url: string): Promise<boolean>;
}
