import { runInWebKit } from './in-webkit.ts';

await runInWebKit('../browser/loader-identity.test.ts');
