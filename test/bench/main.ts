import { benchLoader } from './loader.ts';
import { benchSandbox } from './sandbox.ts';
import { benchTemplate } from './template.ts';

for (const bench of [benchTemplate, benchSandbox, benchLoader]) {
  for (const line of await bench()) process.stdout.write(line + '\n');
}
