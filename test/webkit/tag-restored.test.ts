import { runInWebKit } from './in-webkit.ts';

await runInWebKit('../browser/tag-restored.test.ts');
