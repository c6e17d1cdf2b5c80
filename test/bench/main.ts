import { benchTemplate } from './template.ts';

for (const bench of [benchTemplate]) {
  for (const line of await bench()) process.stdout.write(line + '\n');
}
