import { runInWebKit } from './in-webkit.ts';

await runInWebKit('../browser/tag-identity.test.ts');
