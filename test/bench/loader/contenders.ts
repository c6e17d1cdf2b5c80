import { readFile } from 'node:fs/promises';

/** A script that keeps an identity cookie, as a page of a site has it. */
export interface Contender {
  name: string;
  /** What the site loads. */
  script: string;
  /** What the page does with it. */
  start: string;
  /** Begins what is written once the identity is kept. */
  cookie: RegExp;
}

const read = (file: string) => readFile(file, 'utf8');

/** Ours, the two peers from npm as their documents say, and a page without any. */
export async function readContenders(): Promise<Contender[]> {
  return [
    { name: 'blank page', script: '', start: '', cookie: /^$/ },
    {
      name: 'First-Party ID',
      script: await read('dist/loader.js'),
      start: '',
      cookie: /^_d8a/,
    },
    {
      name: 'Treasure Data',
      script: await read('node_modules/td-js-sdk/dist/td.min.js'),
      start: `const td = new Treasure({ host: 'www.example.com/collect', database: 'visits',
        writeKey: '1/key', startInSignedMode: true });
        td.trackPageview('pageviews');`,
      cookie: /^_td=/,
    },
    {
      name: 'Snowplow',
      script: await read('node_modules/@snowplow/browser-tracker/dist/index.umd.min.js'),
      start: `snowplowBrowserTracking.newTracker('sp', 'www.example.com', { appId: 'shop',
        discoverRootDomain: true, stateStorageStrategy: 'cookie' });
        snowplowBrowserTracking.trackPageView();`,
      cookie: /^_sp_id/,
    },
  ];
}
