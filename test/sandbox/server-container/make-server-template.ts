import type { Permission, Template } from '../../../src/tpl/index.ts';
import { everything } from '../apis/server/run-server-snippet.ts';

/** A server template with every permission unless others are given. */
export function makeServerTemplate(
  type: Template['info']['type'],
  code: string,
  permissions: Permission[] = everything,
): Template {
  return {
    info: {
      type,
      id: 'cvt_temp_public_id',
      version: 1,
      displayName: type.toLowerCase(),
      description: '',
      containerContexts: ['SERVER'],
    },
    parameters: [],
    code: `const log = require('logToConsole');\n${code}`,
    permissions,
    tests: { scenarios: [] },
  };
}
