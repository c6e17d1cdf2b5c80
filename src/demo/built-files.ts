import { fileURLToPath } from 'node:url';
import type { AppFiles } from './create-app.ts';

// Two levels up from here, and from dist/demo where the build puts it, is the root of the package.
export const root = fileURLToPath(new URL('../..', import.meta.url));

const styles = `${root}src/demo/styles`;
const templates = `${root}template`;

/** What the build has written, and the style sheets. */
export const builtFiles: AppFiles = {
  template: `${templates}/first-party-id-tag.tpl`,
  script: `${root}dist/demo/main.js`,
  styles,
  setUp: { script: `${root}dist/demo/setup.js`, styles, templates },
};
