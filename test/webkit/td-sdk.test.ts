import { runInWebKit } from './in-webkit.ts';

await runInWebKit('../browser/td-sdk.test.ts');
