import { runInWebKit } from './in-webkit.ts';

await runInWebKit('../browser/tag-endpoint.test.ts');
